package dev.gangway.bootstrap.demo.sixpence.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of an account's history. */
public sealed interface Transaction {

    /** The exchange's own number of the line, unique on the whole exchange. */
    String id();

    /** When it was booked, to the millisecond. */
    Instant time();

    /** The name of its kind in the API. */
    String type();

    /** How it moved the account's balances. */
    List<Change> changes();

    /** An amount of an asset; an amount that is paid is a positive one too. */
    record Amount(String asset, BigDecimal value) {

        /** Shorthand for an amount that is written down in code. */
        public static Amount of(String asset, String value) {
            return new Amount(asset, new BigDecimal(value));
        }
    }

    /** A signed movement of one balance. */
    record Change(String asset, BigDecimal delta) {

        static Change in(Amount amount) {
            return new Change(amount.asset(), amount.value());
        }

        static Change out(Amount amount) {
            return new Change(amount.asset(), amount.value().negate());
        }
    }

    /** Whether a trade bought or sold its base asset. */
    enum Side {
        BUY,
        SELL
    }

    /** An exchange of one asset for another; the fee comes on top of both sides. */
    record Trade(String id, Instant time, Side side, Amount base, Amount quote, Amount fee) implements Transaction {

        @Override
        public String type() {
            return "trade";
        }

        @Override
        public List<Change> changes() {
            return switch (side) {
                case BUY -> List.of(Change.in(base), Change.out(quote), Change.out(fee));
                case SELL -> List.of(Change.out(base), Change.in(quote), Change.out(fee));
            };
        }
    }

    /** Why an asset came or went without being exchanged for another. */
    enum Reason {
        DEPOSIT("deposit", true),
        WITHDRAWAL("withdrawal", false),
        FEE("fee", false),
        REWARD("reward", true);

        private final String apiName;
        private final boolean incoming;

        Reason(String apiName, boolean incoming) {
            this.apiName = apiName;
            this.incoming = incoming;
        }

        /** Whether the balance grows. */
        public boolean incoming() {
            return incoming;
        }
    }

    /** A deposit, withdrawal, fee or reward; the fee, where there is one, comes on top. */
    record Movement(String id, Instant time, Reason reason, Amount amount, Optional<Amount> fee)
            implements Transaction {

        @Override
        public String type() {
            return reason.apiName;
        }

        @Override
        public List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            changes.add(reason.incoming() ? Change.in(amount) : Change.out(amount));
            fee.map(Change::out).ifPresent(changes::add);
            return List.copyOf(changes);
        }
    }

    /**
     * A line of a kind that no connector has heard of yet, as every real exchange invents sooner or later; tests use it.
     * It moves no balance.
     */
    record Novelty(String id, Instant time, String type, Map<String, String> members) implements Transaction {

        @Override
        public List<Change> changes() {
            return List.of();
        }
    }
}
