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
        /** The exchange does not accept the key. */
        KEY_REFUSED(
                "bad",
                "Key refused",
                "",
                " refused the key.",
                "It was deleted, has expired, or was copied incompletely.",
                "Create a new read-only key there, then start again from your exchange. What is here already stays."),
        /** The exchange accepts the key, but the key may not see the history. */
        KEY_TOO_WEAK(
                "bad",
                "Key refused",
                "",
                " does not let this key read your history.",
                "The key works, but a permission is missing.",
                "Allow it to read transactions, or create a new read-only key, then start again from your exchange."),
        /** The key can move money, which nobody here may be able to. */
        KEY_TOO_STRONG(
                "bad",
                "Key not used",
                "The key from ",
                " can trade or withdraw.",
                "We only use keys that can do neither, so we left it alone.",
                "Create a read-only key and delete this one, then start again from your exchange."),
        /** The sealed key cannot be opened any more. */
        KEY_LOST(
                "bad",
                "Key needed",
                "We need a new key from ",
                ".",
                "The one that we kept sealed can no longer be opened.",
                "Start again from your exchange; it hands over a key anew. What is here already stays."),
        /** The exchange could not be reached until the retries ran out. */
        UNREACHABLE(
                "warn",
                "Not reached",
                "Could not reach ",
                ".",
                "We tried several times and stopped.",
                "Your key was not refused. Start again from your exchange once its service is back; nothing is lost."),
        /** Nobody here can read this exchange. */
        NOT_SUPPORTED(
                "warn",
                "Not supported",
                "We cannot read ",
                " yet.",
                "Nothing was imported from it.",
                "There is nothing for you to do; your other sources are not affected.");

        private final String tone;
        private final String label;
        private final String before;
        private final String after;
        private final String cause;
        private final String remedy;

        State(String tone, String label) {
            this(tone, label, "", "", "", "");
        }

        State(String tone, String label, String before, String after, String cause, String remedy) {
            this.tone = tone;
            this.label = label;
            this.before = before;
            this.after = after;
            this.cause = cause;
            this.remedy = remedy;
        }

        /** The status in the API's word (contract, "Words"), for whoever reads the page by program. */
        public String status() {
            return switch (this) {
                case IMPORTING -> "processing";
                case UP_TO_DATE -> "populated";
                case KEY_REFUSED, KEY_TOO_WEAK, KEY_TOO_STRONG, KEY_LOST -> "credentials_failed";
                case UNREACHABLE, NOT_SUPPORTED -> "failed";
            };
        }

        /** The colour family in the style sheet. */
        public String tone() {
            return tone;
        }

        /** The status in two words. */
        public String label() {
            return label;
        }

        /** What went wrong, as far as the exchange's name. */
        public String before() {
            return before;
        }

        /** What went wrong, from the exchange's name on. */
        public String after() {
            return after;
        }

        /** Why, in a sentence. */
        public String cause() {
            return cause;
        }

        /** What the user can do. */
        public String remedy() {
            return remedy;
        }
    }

    /** The number of transactions, in words. */
    public String transactionsInWords() {
        return Words.transactions(transactions);
    }

    /** Whether its owner has to be told something. */
    public boolean needsAttention() {
        return !state.remedy().isEmpty();
    }

    /** Whether handing over a key anew helps. */
    public boolean repairable() {
        return needsAttention() && state != State.NOT_SUPPORTED;
    }

    /** The letter on the exchange's tile. */
    public String monogram() {
        return Words.monogram(exchange);
    }
}
