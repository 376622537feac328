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
 * @param actions what the user can do about it here; null where the row is only shown
 */
public record SourceRow(
        String exchange,
        @Nullable String account,
        State state,
        long transactions,
        @Nullable Moment lastSync,
        @Nullable PartnerLink repair,
        @Nullable Actions actions) {
    /** A row that is only shown. */
    public SourceRow(
            String exchange,
            @Nullable String account,
            State state,
            long transactions,
            @Nullable Moment lastSync,
            @Nullable PartnerLink repair) {
        this(exchange, account, state, transactions, lastSync, repair, null);
    }

    /**
     * What the row's buttons need.
     *
     * @param sourceId the source
     * @param formToken the token that the session's forms must send back
     */
    public record Actions(String sourceId, String formToken) {
        /** Where the button for a refresh posts to. */
        public String refresh() {
            return "/sources/" + sourceId + "/refresh";
        }

        /** Where the key is replaced. */
        public String key() {
            return "/sources/" + sourceId + "/key";
        }
    }

    /** How a source fares, as far as its owner needs to know. */
    public enum State {
        /** Queued or being read for the first time. */
        IMPORTING("busy", "Importing…"),
        /** Its whole history is here. */
        UP_TO_DATE("ok", "Up to date"),
        /** Its history is here, and what is new is being read. */
        REFRESHING("busy", "Refreshing…"),
        /** Its history came from the user's own files. */
        UPLOADED("ok", "Uploaded"),
        /** The exchange does not accept the key. */
        KEY_REFUSED(
                "bad",
                "Key refused",
                "",
                " refused the key.",
                "It was deleted, has expired, or was copied incompletely.",
                "Create a new read-only key there, then replace the key here. What is here already stays."),
        /** The exchange accepts the key, but the key may not see the history. */
        KEY_TOO_WEAK(
                "bad",
                "Key refused",
                "",
                " does not let this key read your history.",
                "The key works, but a permission is missing.",
                "Allow it to read transactions, or create a new read-only key; then put that key in here."),
        /** The key can move money, which nobody here may be able to. */
        KEY_TOO_STRONG(
                "bad",
                "Key not used",
                "The key from ",
                " can trade or withdraw.",
                "We only use keys that can do neither, so we left it alone.",
                "Create a read-only key and delete this one, then replace the key here."),
        /** The sealed key cannot be opened any more. */
        KEY_LOST(
                "bad",
                "Key needed",
                "We need a new key from ",
                ".",
                "The one that we kept sealed can no longer be opened.",
                "Put it in once more, or create a new read-only one. What is here already stays."),
        /** Who had handed the key over has taken it back. */
        KEY_WITHDRAWN(
                "bad",
                "Key needed",
                "We need a new key from ",
                ".",
                "Who had handed over the key that we used has taken it back, so we deleted it.",
                "Create a new read-only key there, then put it in here. What is here already stays."),
        /** The key that was put in belongs to another account than the history that is here. */
        OTHER_ACCOUNT(
                "bad",
                "Other account",
                "The new key from ",
                " opens another account.",
                "The histories of two accounts must not mix, so we read nothing with it.",
                "Replace it with a key of the account whose history is here. The other one is added from your exchange."),
        /** The exchange could not be reached until the retries ran out. */
        UNREACHABLE(
                "warn",
                "Not reached",
                "Could not reach ",
                ".",
                "We tried several times and stopped.",
                "Your key was not refused. Try again once its service is back; nothing is lost."),
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
                case UP_TO_DATE, REFRESHING, UPLOADED -> "populated";
                case KEY_REFUSED, KEY_TOO_WEAK, KEY_TOO_STRONG, KEY_LOST, KEY_WITHDRAWN, OTHER_ACCOUNT ->
                    "credentials_failed";
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

    /** Whether it is being read. */
    public boolean busy() {
        return state == State.IMPORTING || state == State.REFRESHING;
    }

    /** Whether its owner can have it read again now. */
    public boolean refreshable() {
        return actions != null
                && switch (state) {
                    case UP_TO_DATE, UNREACHABLE, NOT_SUPPORTED -> true;
                    case IMPORTING,
                            REFRESHING,
                            UPLOADED,
                            KEY_REFUSED,
                            KEY_TOO_WEAK,
                            KEY_TOO_STRONG,
                            KEY_LOST,
                            KEY_WITHDRAWN,
                            OTHER_ACCOUNT -> false;
                };
    }

    /** Whether its owner can replace its key. */
    public boolean keyReplaceable() {
        return actions != null && !busy() && state != State.UPLOADED && state != State.NOT_SUPPORTED;
    }

    /** The letter on the exchange's tile. */
    public String monogram() {
        return Words.monogram(exchange);
    }
}
