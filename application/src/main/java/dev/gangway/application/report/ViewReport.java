package dev.gangway.application.report;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.user.UserId;
import java.util.List;

/**
 * What a signed-in user sees of their own first: sources, their state, what is left of each asset, the latest transactions.
 * Its cost does not grow with the ledger.
 */
public final class ViewReport {
    /** How many of the latest transactions the page shows. */
    public static final int LATEST = 25;

    private final Reports reports;
    private final Ledgers ledgers;

    /** Reads from {@code reports} and {@code ledgers}. */
    public ViewReport(Reports reports, Ledgers ledgers) {
        this.reports = reports;
        this.ledgers = ledgers;
    }

    /** Whose report; always the signed-in user's own. */
    public record Command(UserId userId) {}

    /** The report, if there is one. */
    public sealed interface Outcome {
        /**
         * There is.
         *
         * @param ledger the figures of all sources together
         * @param latest the latest transactions of all sources, latest first
         */
        record Found(UserReport report, LedgerState ledger, List<LedgerEntry> latest) implements Outcome {
            /** Copies. */
            public Found {
                latest = List.copyOf(latest);
            }
        }

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.userId());
        if (report == null) {
            return new Outcome.NoSuchUser();
        }
        LedgerScope whole = LedgerScope.whole(command.userId());
        return new Outcome.Found(
                report,
                ledgers.state(whole),
                ledgers.page(whole, LedgerFilter.NONE, null, LATEST).entries());
    }
}
