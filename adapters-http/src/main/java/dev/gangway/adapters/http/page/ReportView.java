package dev.gangway.adapters.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report page, where a user lands.
 *
 * @param userName the user's given name, if known
 * @param broughtBy the name of the partner that brought the user, if one did
 * @param discount the discount that was applied, if one was
 * @param sources the user's sources, those that need attention first
 * @param totals figures about the whole history; may be empty
 * @param holdings what the user holds
 * @param transactions the latest transactions, newest first
 * @param transactionCount how many transactions there are in all
 */
public record ReportView(
        @Nullable String userName,
        @Nullable String broughtBy,
        @Nullable DiscountNote discount,
        List<SourceRow> sources,
        List<Total> totals,
        HoldingsView holdings,
        List<TransactionRow> transactions,
        long transactionCount) {

    public ReportView {
        sources = List.copyOf(sources);
        totals = List.copyOf(totals);
        transactions = List.copyOf(transactions);
    }

    /**
     * One figure about the whole history.
     *
     * @param label what it is
     * @param value the figure
     * @param note a word of explanation under it, if it needs one
     */
    public record Total(
            String label, String value, @Nullable String note) {}

    /** Whether a source is still being read, so that the page keeps itself current. */
    public boolean importing() {
        return sources.stream().anyMatch(SourceRow::busy);
    }

    /** How many sources are read, for the bar; null where there is one alone, of which nobody knows how far it is. */
    public @Nullable String arrived() {
        long done = sources.stream().filter(source -> !source.busy()).count();
        return sources.size() < 2 ? null : Long.toString(done);
    }

    /** The state of the {@code data-live} element: {@code importing} until there is nothing left to wait for. */
    public String live() {
        return importing() ? "importing" : "done";
    }

    /** The page in one sentence: what is going on with the user's history. */
    public String summary() {
        if (sources.isEmpty()) {
            return "No source is connected yet.";
        }
        long troubled = sources.stream().filter(SourceRow::needsAttention).count();
        String attention = (troubled == 1 ? "One source needs" : Words.sources(troubled) + " need")
                + " a moment of your attention.";
        if (importing()) {
            String far = transactionCount == 0
                    ? "Your history is on its way."
                    : Words.transactions(transactionCount) + " so far.";
            return far + " "
                    + (troubled == 0
                            ? "You can wait here or come back later: the import goes on without you."
                            : attention);
        }
        String here = Words.transactions(transactionCount) + " from " + Words.sources(sources.size());
        if (troubled == 0) {
            return "Everything is here: " + here + ".";
        }
        return transactionCount == 0 ? attention : here + ". " + attention;
    }

    /** Whether there are more transactions than the table shows. */
    public boolean more() {
        return transactions.size() < transactionCount;
    }

    /** How many of the transactions the table shows. */
    public String shown() {
        return more()
                ? "The latest " + transactions.size() + " of " + Figures.count(transactionCount)
                : Words.transactions(transactionCount);
    }
}
