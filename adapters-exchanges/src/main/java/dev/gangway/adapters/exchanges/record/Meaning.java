package dev.gangway.adapters.exchanges.record;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.TransactionKind;
import org.jspecify.annotations.Nullable;

/**
 * What a record says happened.
 *
 * @param kind what happened
 * @param received what came in, null if nothing did
 * @param sent what went out, null if nothing did
 * @param fee what it cost; null, like a fee of nothing, if nothing
 */
public record Meaning(
        TransactionKind kind,
        @Nullable Amount received,
        @Nullable Amount sent,
        @Nullable Amount fee) {
    /** A fee of nothing is none. */
    public Meaning {
        fee = fee == null || fee.quantity().signum() == 0 ? null : fee;
    }

    /** One asset given for another. */
    public static Meaning trade(Amount received, Amount sent, @Nullable Amount fee) {
        return new Meaning(TransactionKind.TRADE, received, sent, fee);
    }

    /** An asset brought to the exchange. */
    public static Meaning deposit(Amount received, @Nullable Amount fee) {
        return new Meaning(TransactionKind.DEPOSIT, received, null, fee);
    }

    /** An asset taken from the exchange. */
    public static Meaning withdrawal(Amount sent, @Nullable Amount fee) {
        return new Meaning(TransactionKind.WITHDRAWAL, null, sent, fee);
    }

    /** An asset received for nothing given. */
    public static Meaning reward(Amount received, @Nullable Amount fee) {
        return new Meaning(TransactionKind.REWARD, received, null, fee);
    }

    /** An asset that came from another account at the same exchange. */
    public static Meaning transferIn(Amount received) {
        return new Meaning(TransactionKind.TRANSFER, received, null, null);
    }

    /** An asset that went to another account at the same exchange. */
    public static Meaning transferOut(Amount sent) {
        return new Meaning(TransactionKind.TRANSFER, null, sent, null);
    }

    /** A charge on its own. */
    public static Meaning charge(Amount fee) {
        return new Meaning(TransactionKind.FEE, null, null, fee);
    }
}
