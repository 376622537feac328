package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Coinbase's records mean. A record is a fill, a transaction of a wallet, or {@code {"transactions": […]}}: the sides of
 * a conversion, buy or sell, which go by its id.
 */
final class CoinbaseRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new CoinbaseRecords());

    private static final String FILL = "advanced_trade_fill";

    private CoinbaseRecords() {}

    /** Whether the transaction is the side of a fill that one wallet tells. */
    static boolean isFill(JsonNode transaction) {
        return transaction.path("type").asText("").equals(FILL);
    }

    /** Whether it is the side that the wallet of the quote currency tells; the other one knows everything. */
    static boolean isQuoteSide(JsonNode transaction) {
        try {
            return CoinbaseTrades.product(transaction.path(FILL))
                    .get(1)
                    .equals(CoinbaseTrades.money(transaction, "amount").asset().value());
        } catch (InvalidValue notUnderstood) {
            return false;
        }
    }

    /** Whether it has come to something. */
    static boolean isFinished(JsonNode transaction) {
        String status = transaction.path("status").asText("");
        return status.isEmpty() || status.equals("completed");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode record) {
        List<JsonNode> legs = legs(record);
        if (!legs.isEmpty()) {
            JsonNode first = legs.getFirst();
            @Nullable String trade = CoinbaseLegs.trade(first);
            boolean whole = legs.size() > 1 || CoinbaseTrades.namesBothSides(first);
            return trade != null && whole ? trade : Fields.text(first, "id");
        }
        if (isOfOrders(record)) {
            return Fields.text(record, record.hasNonNull("entry_id") ? "entry_id" : "trade_id");
        }
        return Fields.text(record, "id");
    }

    @Override
    public Instant time(JsonNode record) {
        List<JsonNode> legs = legs(record);
        if (legs.isEmpty()) {
            return Fields.isoTime(record, isOfOrders(record) ? "trade_time" : "created_at");
        }
        Instant first = Instant.MAX;
        for (JsonNode leg : legs) {
            Instant time = Fields.isoTime(leg, "created_at");
            first = time.isBefore(first) ? time : first;
        }
        return first;
    }

    @Override
    public Meaning of(JsonNode record) {
        List<JsonNode> legs = legs(record);
        if (!legs.isEmpty()) {
            return CoinbaseTrades.joined(legs);
        }
        return isOfOrders(record) ? CoinbaseTrades.fill(record) : transaction(record);
    }

    private static List<JsonNode> legs(JsonNode record) {
        List<JsonNode> legs = new ArrayList<>();
        record.path("transactions").forEach(legs::add);
        return legs;
    }

    private static boolean isOfOrders(JsonNode record) {
        return record.has("trade_type") || record.has("entry_id");
    }

    private static Meaning transaction(JsonNode record) {
        if (!isFinished(record)) {
            // it came to nothing, or has been on its way for months
            throw Fields.notUnderstood("status");
        }
        return switch (Fields.text(record, "type")) {
            case FILL -> CoinbaseTrades.walletFill(record);
            case "send", "receive", "fiat_deposit", "fiat_withdrawal", "unsupported_asset_recovery" -> moved(record);
            case "transfer",
                    "exchange_deposit",
                    "exchange_withdrawal",
                    "pro_deposit",
                    "pro_withdrawal",
                    "intx_deposit",
                    "intx_withdrawal",
                    "vault_withdrawal",
                    "staking_transfer",
                    "unstaking_transfer" -> transferred(record);
            case "staking_reward",
                    "inflation_reward",
                    "interest",
                    "earn_payout",
                    "incentives_rewards_payout",
                    "subscription_rebate",
                    "credit_card_reward",
                    "cardspend_reward",
                    "reward" -> rewarded(record);
            case "subscription" -> charged(record);
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static Meaning moved(JsonNode record) {
        Amount amount = amount(record);
        if (!CoinbaseTrades.isNegative(record)) {
            return Meaning.deposit(amount, null);
        }
        JsonNode network = record.path("network");
        Amount fee = network.hasNonNull("transaction_fee") ? CoinbaseTrades.money(network, "transaction_fee") : null;
        if (fee == null || !fee.asset().equals(amount.asset())) {
            return Meaning.withdrawal(amount, fee);
        }
        // the wallet has lost both, unless the network says that it moved as much as the wallet lost
        BigDecimal moved = network.hasNonNull("transaction_amount")
                ? CoinbaseTrades.money(network, "transaction_amount").quantity()
                : amount.quantity().subtract(fee.quantity());
        return Meaning.withdrawal(new Amount(amount.asset(), moved), fee);
    }

    private static Meaning transferred(JsonNode record) {
        Amount amount = amount(record);
        return CoinbaseTrades.isNegative(record) ? Meaning.transferOut(amount) : Meaning.transferIn(amount);
    }

    private static Meaning rewarded(JsonNode record) {
        if (CoinbaseTrades.isNegative(record)) {
            throw Fields.notUnderstood("amount");
        }
        return new Meaning(TransactionKind.REWARD, amount(record), null, null);
    }

    private static Meaning charged(JsonNode record) {
        if (!CoinbaseTrades.isNegative(record)) {
            throw Fields.notUnderstood("amount");
        }
        return Meaning.charge(amount(record));
    }

    private static Amount amount(JsonNode record) {
        Amount amount = CoinbaseTrades.money(record, "amount");
        if (amount.quantity().signum() == 0) {
            throw Fields.notUnderstood("amount");
        }
        return amount;
    }
}
