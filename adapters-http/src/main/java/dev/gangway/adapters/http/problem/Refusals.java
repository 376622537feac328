package dev.gangway.adapters.http.problem;

import dev.gangway.adapters.http.page.ErrorView;
import dev.gangway.adapters.http.page.PageFrame;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.domain.shared.ErrorCode;
import java.util.List;

/**
 * Turns problems into answers: a page for whoever names {@code text/html} outside the API, a problem document for
 * everybody else.
 */
public final class Refusals {
    private static final String API = "/api";

    private final Pages pages;

    /** Takes its pages from {@code pages}. */
    public Refusals(Pages pages) {
        this.pages = pages;
    }

    /**
     * The answer.
     *
     * @param path the request's path
     * @param accept the request's {@code Accept}
     */
    public Answer answer(Problem problem, String path, List<String> accept, String requestId) {
        boolean inApi = path.equals(API) || path.startsWith(API + "/");
        Answer answer = !inApi && MediaType.isNamed(accept, MediaType.HTML)
                ? Answer.html(problem.status(), page(problem, requestId))
                : Answer.of(problem.status(), MediaType.PROBLEM, ProblemDocument.of(problem, requestId));
        if (!inApi) {
            answer.with("Vary", "Accept");
        }
        return answer;
    }

    private String page(Problem problem, String requestId) {
        return problem.code() == ErrorCode.NOT_FOUND
                ? pages.notFound(PageFrame.anonymous())
                : pages.error(
                        PageFrame.anonymous(),
                        new ErrorView(problem.status(), problem.title(), problem.detail(), requestId));
    }
}
