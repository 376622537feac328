package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.exchanges.binance.BinanceSymbols.Pair;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.shared.InvalidValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Binance's records mean. A record does not tell from which endpoint it is, and its id is unique there only; so each
 * is put into an envelope that does: {@code id}, {@code of}, what else is needed to understand it, and the {@code record}
 * itself.
 */
final class BinanceRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new BinanceRecords());

    private BinanceRecords() {}

    /** A trade, in its envelope. */
    static JsonNode trade(JsonNode record, String symbol, Pair pair) {
        // a symbol may be of any script; an id is ASCII
        ObjectNode envelope = envelope(BinanceType.TRADE, record, URLEncoder.encode(symbol, StandardCharsets.UTF_8));
        envelope.put("baseAsset", pair.base());
        return envelope.put("quoteAsset", pair.quote());
    }

    /** A record of another type in its envelope; several where one conversion of dust is of several assets. */
    static List<JsonNode> envelopes(BinanceType type, JsonNode record) {
        JsonNode details = record.path("userAssetDribbletDetails");
        if (type != BinanceType.DUST || !details.isArray() || details.isEmpty()) {
            return List.of(envelope(type, record, ""));
        }
        List<JsonNode> envelopes = new ArrayList<>();
        for (JsonNode detail : details) {
            envelopes.add(envelope(type, detail, record.path("transId").asText()));
        }
        return envelopes;
    }

    /** @param within what the record's id is unique in, beside its type; empty if nothing else */
    private static ObjectNode envelope(BinanceType type, JsonNode record, String within) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        try {
            String prefix = within.isEmpty() ? type.text() : type.text() + "-" + within;
            envelope.put("id", prefix + "-" + ownId(type, record));
        } catch (InvalidValue nameless) {
            // known by its content then
        }
        envelope.put("of", type.text());
        envelope.set("record", record);
        return envelope;
    }

    private static String ownId(BinanceType type, JsonNode record) {
        return switch (type) {
            case TRADE, WITHDRAWAL -> Fields.name(record, "id");
            case DEPOSIT ->
                record.hasNonNull("id")
                        ? Fields.name(record, "id")
                        : Fields.text(record, "txId") + "-" + Fields.text(record, "coin") + "-"
                                + Fields.name(record, "insertTime");
            case DISTRIBUTION ->
                record.hasNonNull("id")
                        ? Fields.name(record, "id")
                        : Fields.name(record, "tranId") + "-" + Fields.text(record, "asset");
            case DUST -> Fields.name(record, "transId") + "-" + Fields.text(record, "fromAsset");
            case CONVERSION -> Fields.name(record, "orderId");
            case FIAT_DEPOSIT, FIAT_WITHDRAWAL, FIAT_BUY, FIAT_SELL -> Fields.name(record, "orderNo");
        };
    }

    /** Since when it has been under way, if it is and may still end either way; null if it has ended. */
    static @Nullable Instant pendingSince(BinanceType type, JsonNode record) {
        boolean pending = switch (type) {
            case TRADE, DISTRIBUTION, DUST -> false;
            // under way, waiting for the user's confirmation
            case DEPOSIT -> List.of("0", "8").contains(record.path("status").asText());
            // e-mail sent, awaiting approval, processing
            case WITHDRAWAL ->
                List.of("0", "2", "4").contains(record.path("status").asText());
            case CONVERSION ->
                List.of("PROCESS", "ACCEPT_SUCCESS")
                        .contains(record.path("orderStatus").asText());
            case FIAT_DEPOSIT, FIAT_WITHDRAWAL, FIAT_BUY, FIAT_SELL ->
                List.of("Processing", "Refunding")
                        .contains(record.path("status").asText());
        };
        try {
            return pending ? time(type, record) : null;
        } catch (InvalidValue undated) {
            return null;
        }
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode envelope) {
        return Fields.text(envelope, "id");
    }

    @Override
    public Instant time(JsonNode envelope) {
        return time(type(envelope), envelope.path("record"));
    }

    private static Instant time(BinanceType type, JsonNode record) {
        return switch (type) {
            case TRADE -> Fields.epochMillis(record, "time");
            case DEPOSIT -> Fields.epochMillis(record, "insertTime");
            case WITHDRAWAL -> applyTime(record);
            case DISTRIBUTION -> Fields.epochMillis(record, "divTime");
            case DUST -> Fields.epochMillis(record, "operateTime");
            case CONVERSION, FIAT_DEPOSIT, FIAT_WITHDRAWAL, FIAT_BUY, FIAT_SELL ->
                Fields.epochMillis(record, "createTime");
        };
    }

    /** {@code 2019-10-12 11:12:02}, in UTC. */
    private static Instant applyTime(JsonNode record) {
        String iso = Fields.text(record, "applyTime").replace(' ', 'T') + "Z";
        return Fields.isoTime(JsonNodeFactory.instance.objectNode().put("applyTime", iso), "applyTime");
    }

    @Override
    public Meaning of(JsonNode envelope) {
        JsonNode record = envelope.path("record");
        return switch (type(envelope)) {
            case TRADE -> trade(envelope, record);
            case DEPOSIT -> {
                // credited; credited, but not to be withdrawn yet
                only(record, "status", "1", "6");
                yield Meaning.deposit(amount(record, "coin", "amount"), null);
            }
            case WITHDRAWAL -> {
                only(record, "status", "6");
                yield Meaning.withdrawal(amount(record, "coin", "amount"), charge(record, "coin", "transactionFee"));
            }
            case DISTRIBUTION -> Meaning.reward(amount(record, "asset", "amount"), null);
            case DUST -> dust(record);
            case CONVERSION -> {
                only(record, "orderStatus", "SUCCESS");
                yield Meaning.trade(
                        amount(record, "toAsset", "toAmount"), amount(record, "fromAsset", "fromAmount"), null);
            }
            case FIAT_DEPOSIT -> fiatDeposit(record);
            case FIAT_WITHDRAWAL -> {
                only(record, "status", "Successful", "Finished");
                yield Meaning.withdrawal(
                        amount(record, "fiatCurrency", "amount"), charge(record, "fiatCurrency", "totalFee"));
            }
            case FIAT_BUY -> fiatBuy(record);
            case FIAT_SELL -> fiatSell(record);
        };
    }

    private static Meaning trade(JsonNode envelope, JsonNode record) {
        Amount base = Fields.amount(Fields.asset(Fields.text(envelope, "baseAsset")), Fields.number(record, "qty"));
        Amount quote =
                Fields.amount(Fields.asset(Fields.text(envelope, "quoteAsset")), Fields.number(record, "quoteQty"));
        Amount fee = amount(record, "commissionAsset", "commission");
        if (!record.path("isBuyer").isBoolean()) {
            throw Fields.notUnderstood("isBuyer");
        }
        return record.path("isBuyer").booleanValue()
                ? Meaning.trade(base, quote, fee)
                : Meaning.trade(quote, base, fee);
    }

    private static Meaning dust(JsonNode record) {
        // the charge is taken off before the amount that is told
        Amount net = Fields.amount(
                record.hasNonNull("targetAsset") ? Fields.asset(Fields.text(record, "targetAsset")) : "BNB",
                Fields.number(record, "transferedAmount"));
        Amount charge = new Amount(net.asset(), Fields.numberOrZero(record, "serviceChargeAmount"));
        return Meaning.trade(plus(net, charge), amount(record, "fromAsset", "amount"), charge);
    }

    private static Meaning fiatDeposit(JsonNode record) {
        only(record, "status", "Successful", "Finished");
        Amount arrived = amount(record, "fiatCurrency", "amount");
        Amount fee = charge(record, "fiatCurrency", "totalFee");
        // either the fee has been taken off what arrived, or it is charged beside it
        boolean takenOff = record.hasNonNull("indicatedAmount")
                && amount(record, "fiatCurrency", "indicatedAmount").equals(plus(arrived, fee));
        return Meaning.deposit(takenOff ? plus(arrived, fee) : arrived, fee);
    }

    private static Meaning fiatBuy(JsonNode record) {
        only(record, "status", "Completed");
        Amount paid = amount(record, "fiatCurrency", "sourceAmount");
        Amount fee = charge(record, "fiatCurrency", "totalFee");
        // what was paid holds the fee
        Amount price = new Amount(paid.asset(), paid.quantity().subtract(fee.quantity()));
        return Meaning.trade(amount(record, "cryptoCurrency", "obtainAmount"), price, fee);
    }

    private static Meaning fiatSell(JsonNode record) {
        only(record, "status", "Completed");
        Amount fee = charge(record, "fiatCurrency", "totalFee");
        // what was obtained is what the fee left
        Amount price = plus(amount(record, "fiatCurrency", "obtainAmount"), fee);
        return Meaning.trade(price, amount(record, "cryptoCurrency", "sourceAmount"), fee);
    }

    /** Adds up what has been found to be of a believable size. */
    private static Amount plus(Amount one, Amount other) {
        return new Amount(one.asset(), one.quantity().add(other.quantity()));
    }

    private static Amount charge(JsonNode record, String asset, String quantity) {
        return Fields.amount(Fields.asset(Fields.text(record, asset)), Fields.numberOrZero(record, quantity));
    }

    private static Amount amount(JsonNode record, String asset, String quantity) {
        return Fields.amount(Fields.asset(Fields.text(record, asset)), Fields.number(record, quantity));
    }

    /** Anything else was refused, cancelled, given back, or is not known here. */
    private static void only(JsonNode record, String member, String... states) {
        if (!List.of(states).contains(record.path(member).asText())) {
            throw Fields.notUnderstood(member);
        }
    }

    private static BinanceType type(JsonNode envelope) {
        String of = Fields.text(envelope, "of");
        for (BinanceType type : BinanceType.values()) {
            if (type.text().equals(of)) {
                return type;
            }
        }
        throw Fields.notUnderstood("of");
    }
}
