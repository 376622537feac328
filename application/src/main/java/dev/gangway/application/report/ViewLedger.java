package dev.gangway.application.report;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** A page of a user's own ledger, all sources together. */
public final class ViewLedger {
    /** How many transactions a page has. */
    public static final int PAGE = 50;

    private final Reports reports;
    private final Ledgers ledgers;

    /** Reads from {@code ledgers}, whose sources {@code reports} knows. */
    public ViewLedger(Reports reports, Ledgers ledgers) {
        this.reports = reports;
        this.ledgers = ledgers;
    }

    /**
     * Which page.
     *
     * @param user whose ledger; always the signed-in user's own
     * @param filter which transactions
     * @param after begins behind this place, null for the latest
     */
    public record Command(UserId user, LedgerFilter filter, LedgerPage.@Nullable Position after) {}

    /** The page, if there is a ledger. */
    public sealed interface Outcome {
        /**
         * There is.
         *
         * @param report whose it is and which sources there are
         * @param state the whole ledger's figures
         * @param page what was asked for
         */
        record Found(UserReport report, LedgerState state, LedgerPage page) implements Outcome {}

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.user());
        if (report == null) {
            return new Outcome.NoSuchUser();
        }
        LedgerScope whole = LedgerScope.whole(command.user());
        return new Outcome.Found(
                report, ledgers.state(whole), ledgers.page(whole, command.filter(), command.after(), PAGE));
    }
}
