package dev.gangway.adapters.http.page;

import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.report.UserReport;
import dev.gangway.domain.ledger.TransactionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a page of a ledger into words. */
public final class LedgerViews {
    private LedgerViews() {}

    /**
     * The page.
     *
     * @param given the fields of the form, as they were sent
     */
    public static LedgerView of(
            UserReport report, LedgerState state, LedgerPage page, Map<String, String> given, LedgerLinks links) {
        Exchanges exchanges = Exchanges.of(report.sources());
        return new LedgerView(
                sources(exchanges, given.getOrDefault("source", "")),
                kinds(given.getOrDefault("kind", "")),
                state.balances().stream()
                        .map(balance -> balance.asset().value())
                        .toList(),
                given.getOrDefault("asset", ""),
                given.getOrDefault("from", ""),
                given.getOrDefault("to", ""),
                !given.isEmpty(),
                summary(report, state, given),
                unclassified(state),
                page.entries().stream()
                        .map(entry -> TransactionRows.of(entry, exchanges.label(entry.source())))
                        .toList(),
                links);
    }

    private static String summary(UserReport report, LedgerState state, Map<String, String> given) {
        String all = Words.transactions(state.transactions()) + " from "
                + Words.sources(report.sources().size());
        return given.isEmpty() ? all + ", latest first, times in UTC." : "Some of your " + all + ".";
    }

    private static @Nullable String unclassified(LedgerState state) {
        long count = state.unclassified();
        if (count == 0) {
            return null;
        }
        return count == 1
                ? "There is one record that we do not understand yet. It is kept and changes no figure; when we learn to"
                        + " read it, it takes its place by itself."
                : "There are " + Figures.count(count)
                        + " records that we do not understand yet. They are kept and change"
                        + " no figure; when we learn to read them, they take their places by themselves.";
    }

    private static List<Choice> sources(Exchanges exchanges, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "All sources", chosen.isEmpty()));
        exchanges
                .labels()
                .forEach((id, label) ->
                        choices.add(new Choice(id.value(), label, id.value().equals(chosen))));
        return choices;
    }

    private static List<Choice> kinds(String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "All kinds", chosen.isEmpty()));
        Arrays.stream(TransactionKind.values())
                .map(kind -> new Choice(
                        kind.apiName(),
                        TransactionRows.kind(kind),
                        kind.apiName().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }
}
