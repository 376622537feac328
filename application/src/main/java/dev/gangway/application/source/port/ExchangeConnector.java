package dev.gangway.application.source.port;

import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one exchange's history. Calls read endpoints only, and one host only: it never follows a redirect. */
public interface ExchangeConnector {
    /** Which exchange. */
    ExchangeName exchange();

    /** Whether its keys come with a passphrase, a third credential without which nothing can be signed. */
    default boolean needsPassphrase() {
        return false;
    }

    /**
     * Opens the account behind a key.
     *
     * @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read
     */
    Opening open(ApiCredentials credentials);

    /** What opening an account came to. */
    sealed interface Opening {
        /** The exchange knows the key. */
        record Opened(Account account) implements Opening {}

        /** The exchange refused the key, or we refuse to use it. */
        record Refused(SourceFailure reason) implements Opening {}
    }

    /** The version that {@link #map} and the pages give to what they derive, from 1; raised with every change of it. */
    int mapperVersion();

    /**
     * Derives a transaction anew from the {@code raw} that this connector once stored, without a call. The external id
     * is the one that it was stored with.
     *
     * @return null if that cannot be done: the record was cut off, or is none of this exchange; what is stored of it
     *     stays
     */
    @Nullable
    LedgerTransaction map(String raw);

    /** An open account; used by one thread at a time, for one run. */
    interface Account {
        /**
         * The exchange's own name of the account, the same for each of its keys and at all times; null as long as the
         * exchange tells nothing by which the account could be known.
         */
        @Nullable
        AccountReference reference();

        /**
         * The page of the history that begins at {@code cursor}; oldest first, as far as the exchange keeps one order.
         *
         * @param cursor where the page before ended, null for the beginning
         * @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read
         * @throws KeyRefused if the exchange has come to refuse the key since it was opened
         */
        Page page(@Nullable String cursor);
    }

    /**
     * One page.
     *
     * @param transactions what it holds, each with an external id of its own
     * @param cursor where the next page begins, at most 1,000 characters; kept for the next refresh on the last page
     * @param last whether the history ends here for now
     */
    record Page(
            List<LedgerTransaction> transactions, @Nullable String cursor, boolean last) {
        /** Copies. */
        public Page {
            transactions = List.copyOf(transactions);
        }
    }

    /** The exchange cannot be read now; trying later may help. The message tells nothing of the credentials. */
    final class ExchangeUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;
        private final boolean postponed;

        /**
         * @param message what happened, without credentials
         * @param retryAfter how long the exchange asked us to wait, zero if it did not
         */
        public ExchangeUnavailable(String message, Duration retryAfter) {
            this(message, retryAfter, false);
        }

        private ExchangeUnavailable(String message, Duration retryAfter, boolean postponed) {
            super(message);
            this.retryAfter = retryAfter;
            this.postponed = postponed;
        }

        /**
         * The exchange was not asked at all, for it has asked everybody here to wait, or enough is being asked already.
         *
         * @param wait until it is worth asking
         */
        public static ExchangeUnavailable postponed(String message, Duration wait) {
            return new ExchangeUnavailable(message, wait, true);
        }

        /** Whether the exchange was not asked at all: nothing that counts as an attempt. */
        public boolean isPostponed() {
            return postponed;
        }

        /** How long the exchange asked us to wait, zero if it did not. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The exchange refused the key in the middle of a run. */
    final class KeyRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SourceFailure reason;

        /** @param reason one whose status is {@code credentials_failed} */
        public KeyRefused(SourceFailure reason) {
            super("The exchange refused the key: " + reason);
            this.reason = reason;
        }

        /** Why. */
        public SourceFailure reason() {
            return reason;
        }
    }
}
