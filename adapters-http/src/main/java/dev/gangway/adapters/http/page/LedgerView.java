package dev.gangway.adapters.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param sources the sources to choose from
 * @param kinds the kinds of transaction to choose from
 * @param assets the codes of what the user has, to help with typing
 * @param asset the asset that was asked for, or empty
 * @param from the first day that was asked for, or empty
 * @param to the last day that was asked for, or empty
 * @param filtered whether anything was asked for
 * @param summary how many transactions there are, in a sentence
 * @param unclassified how many nobody understands yet, in a sentence; null if there is none
 * @param rows the transactions, latest first
 * @param links where to go on
 */
public record LedgerView(
        List<Choice> sources,
        List<Choice> kinds,
        List<String> assets,
        String asset,
        String from,
        String to,
        boolean filtered,
        String summary,
        @Nullable String unclassified,
        List<TransactionRow> rows,
        LedgerLinks links) {

    public LedgerView {
        sources = List.copyOf(sources);
        kinds = List.copyOf(kinds);
        assets = List.copyOf(assets);
        rows = List.copyOf(rows);
    }

    /** Whether there is nothing at all, rather than nothing that was asked for. */
    public boolean empty() {
        return rows.isEmpty() && !filtered && links.latest() == null;
    }
}
