package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.TransactionRow.Direction;
import dev.gangway.application.report.UserReport;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerTransaction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what happened in a ledger transaction, in one sentence. */
final class TransactionRows {

    private TransactionRows() {}

    static TransactionRow of(UserReport.Entry entry) {
        LedgerTransaction transaction = entry.transaction();
        return new TransactionRow(
                Moment.of(transaction.occurredAt()),
                direction(transaction),
                kind(transaction),
                what(transaction),
                written(transaction.received()),
                written(transaction.sent()),
                written(transaction.fee()),
                entry.exchange().value());
    }

    private static Direction direction(LedgerTransaction transaction) {
        if (transaction.received() == null) {
            return Direction.OUT;
        }
        return transaction.sent() == null ? Direction.IN : Direction.TRADE;
    }

    private static String kind(LedgerTransaction transaction) {
        return switch (transaction.kind()) {
            case TRADE -> "Trade";
            case DEPOSIT -> "Deposit";
            case WITHDRAWAL -> "Withdrawal";
            case FEE -> "Fee";
            case REWARD -> "Reward";
            case TRANSFER -> "Transfer";
            case UNCLASSIFIED -> "Not classified";
        };
    }

    private static String what(LedgerTransaction transaction) {
        return switch (transaction.kind()) {
            case TRADE -> trade(leg(transaction.received()), leg(transaction.sent()));
            case DEPOSIT -> "Deposited " + written(leg(transaction.received()));
            case WITHDRAWAL -> "Withdrew " + written(leg(transaction.sent()));
            case FEE -> "Charged " + written(leg(transaction.fee()));
            case REWARD -> "Earned " + written(leg(transaction.received()));
            case TRANSFER -> transfer(transaction);
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

    private static String transfer(LedgerTransaction transaction) {
        Amount received = transaction.received();
        return received == null
                ? "Moved " + written(leg(transaction.sent())) + " to another account"
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
