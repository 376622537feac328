package dev.gangway.application.report;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.user.UserId;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All of a user's own ledger, for whoever takes it at their own pace. */
public final class DownloadLedger {
    /** How many transactions are read at a time. */
    public static final int PAGE = 500;

    private final Reports reports;
    private final Ledgers ledgers;

    /** Reads from {@code ledgers}, whose sources {@code reports} knows. */
    public DownloadLedger(Reports reports, Ledgers ledgers) {
        this.reports = reports;
        this.ledgers = ledgers;
    }

    /** Whose ledger, always the signed-in user's own, and which transactions of it. */
    public record Command(UserId user, LedgerFilter filter) {}

    /** The ledger, if there is one. */
    public sealed interface Outcome {
        /**
         * There is.
         *
         * @param report whose it is and which sources there are
         * @param entries the transactions, latest first, read as they are asked for and holding nothing in between: a
         *     slow reader costs no connection. What arrives meanwhile may be missing, nothing comes twice.
         */
        record Found(UserReport report, Iterable<LedgerEntry> entries) implements Outcome {}

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Begins reading. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.user());
        return report == null
                ? new Outcome.NoSuchUser()
                : new Outcome.Found(report, () -> new Entries(LedgerScope.whole(command.user()), command.filter()));
    }

    private final class Entries implements Iterator<LedgerEntry> {
        private final LedgerScope scope;
        private final LedgerFilter filter;
        private LedgerPage.@Nullable Position next;
        private Iterator<LedgerEntry> page;

        Entries(LedgerScope scope, LedgerFilter filter) {
            this.scope = scope;
            this.filter = filter;
            this.page = read(null);
        }

        private Iterator<LedgerEntry> read(LedgerPage.@Nullable Position after) {
            LedgerPage read = ledgers.page(scope, filter, after, PAGE);
            next = read.next();
            return read.entries().iterator();
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next != null) {
                page = read(next);
            }
            return page.hasNext();
        }

        @Override
        public LedgerEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
