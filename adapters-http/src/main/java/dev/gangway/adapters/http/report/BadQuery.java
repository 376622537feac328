package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.domain.shared.InvalidValue;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses an address whose query makes no sense, in words that a page can show. */
final class BadQuery {
    private BadQuery() {}

    static Problem problem(List<InvalidValue> errors) {
        Problem usual = Problem.invalid(errors);
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.explanation())
                .collect(Collectors.joining("; ", "In this page’s address, ", "."));
        return new Problem(usual.code(), usual.status(), usual.title(), detail, errors);
    }
}
