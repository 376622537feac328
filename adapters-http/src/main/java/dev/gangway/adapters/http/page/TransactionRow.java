package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * One transaction on the report page, its figures already written out ({@link Figures}).
 *
 * @param at when it happened
 * @param direction chooses its sign
 * @param kind one word, for example {@code Trade} or {@code Deposit}
 * @param what one sentence, for example {@code Bought 0.0123 BTC for 12 345.67 ZAR}
 * @param received what came in, with its unit
 * @param paid what went out, with its unit
 * @param fee what it cost, with its unit
 * @param exchange the name of the exchange that reported it
 */
public record TransactionRow(
        Moment at,
        Direction direction,
        String kind,
        String what,
        @Nullable String received,
        @Nullable String paid,
        @Nullable String fee,
        String exchange) {

    /** Which way value moved, as the sign beside the sentence shows it. */
    public enum Direction {
        /** One thing for another. */
        TRADE("trade"),
        /** Something came in. */
        IN("in"),
        /** Something went out. */
        OUT("out"),
        /** Nobody knows. */
        UNKNOWN("unknown");

        private final String tone;

        Direction(String tone) {
            this.tone = tone;
        }

        /** The name in the style sheet. */
        public String tone() {
            return tone;
        }
    }
}
