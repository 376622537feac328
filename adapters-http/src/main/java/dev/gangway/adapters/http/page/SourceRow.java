package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * One of the user's sources on the report page.
 *
 * @param exchange the exchange's name as people know it
 * @param account what the exchange calls the account, once known
 * @param state decides the words, the colour and the advice
 * @param transactions how many of its transactions are here
 * @param lastSync when an import last completed, if one has
 * @param repair where the user can hand over a new key, if the partner that sent the source says so
 */
public record SourceRow(
        String exchange,
        @Nullable String account,
        State state,
        long transactions,
        @Nullable Moment lastSync,
        @Nullable PartnerLink repair) {

    /** How a source fares, as far as its owner needs to know. */
    public enum State {
        /** Queued or being read for the first time. */
        IMPORTING("busy", "Importing…"),
        /** Its whole history is here. */
        UP_TO_DATE("ok", "Up to date"),
        /** The exchange does not accept the key; only a new key helps. */
        KEY_REFUSED("bad", "Key refused"),
        /** The exchange could not be reached until the retries ran out. */
        UNREACHABLE("warn", "Not reached");

        private final String tone;
        private final String label;

        State(String tone, String label) {
            this.tone = tone;
            this.label = label;
        }

        /** The colour family in the style sheet. */
        public String tone() {
            return tone;
        }

        /** The status in two words. */
        public String label() {
            return label;
        }
    }

    /** The number of transactions, in words. */
    public String transactionsInWords() {
        return Words.transactions(transactions);
    }

    /** Whether the source waits for its owner to act. */
    public boolean needsAttention() {
        return state == State.KEY_REFUSED || state == State.UNREACHABLE;
    }

    /** The letter on the exchange's tile. */
    public String monogram() {
        return Words.monogram(exchange);
    }
}
