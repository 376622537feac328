package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.TransactionRow.Direction;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what happened in a ledger transaction, in one sentence. */
final class TransactionRows {

    private TransactionRows() {}

    static TransactionRow of(LedgerEntry entry, String exchange) {
        Legs legs = new Legs(entry.received(), entry.sent(), entry.fee());
        return new TransactionRow(
                Moment.of(entry.occurredAt()),
                direction(entry.kind(), legs),
                kind(entry.kind()),
                what(entry.kind(), legs),
                written(legs.received()),
                written(legs.sent()),
                written(legs.fee()),
                exchange);
    }

    private record Legs(
            @Nullable Amount received,
            @Nullable Amount sent,
            @Nullable Amount fee) {}

    private static Direction direction(TransactionKind kind, Legs legs) {
        if (kind == TransactionKind.UNCLASSIFIED) {
            return Direction.UNKNOWN;
        }
        if (legs.received() == null) {
            return Direction.OUT;
        }
        return legs.sent() == null ? Direction.IN : Direction.TRADE;
    }

    static String kind(TransactionKind kind) {
        return switch (kind) {
            case TRADE -> "Trade";
            case DEPOSIT -> "Deposit";
            case WITHDRAWAL -> "Withdrawal";
            case FEE -> "Fee";
            case REWARD -> "Reward";
            case TRANSFER -> "Transfer";
            case UNCLASSIFIED -> "Not understood yet";
        };
    }

    private static String what(TransactionKind kind, Legs legs) {
        return switch (kind) {
            case TRADE -> trade(leg(legs.received()), leg(legs.sent()));
            case DEPOSIT -> "Deposited " + written(leg(legs.received()));
            case WITHDRAWAL -> "Withdrew " + written(leg(legs.sent()));
            case FEE -> "Charged " + written(leg(legs.fee()));
            case REWARD -> "Earned " + written(leg(legs.received()));
            case TRANSFER -> transfer(legs);
            case UNCLASSIFIED -> "Kept as the exchange sent it";
        };
    }

    /** Bought for money, sold for money, or one thing for another. */
    private static String trade(Amount received, Amount sent) {
        boolean forMoney = Figures.isMoney(sent.asset().value());
        boolean intoMoney = Figures.isMoney(received.asset().value());
        if (forMoney && !intoMoney) {
            return "Bought " + written(received) + " for " + written(sent);
        }
        if (intoMoney && !forMoney) {
            return "Sold " + written(sent) + " for " + written(received);
        }
        return "Exchanged " + written(sent) + " for " + written(received);
    }

    private static String transfer(Legs legs) {
        Amount received = legs.received();
        return received == null
                ? "Moved " + written(leg(legs.sent())) + " to another account"
                : "Moved " + written(received) + " here from another account";
    }

    private static Amount leg(@Nullable Amount amount) {
        return Objects.requireNonNull(amount, "a leg that this kind always has");
    }

    private static @Nullable String written(@Nullable Amount amount) {
        return amount == null
                ? null
                : Figures.amount(amount.quantity(), amount.asset().value());
    }
}
