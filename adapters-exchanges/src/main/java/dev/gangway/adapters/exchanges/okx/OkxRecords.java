package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What OKX's records mean. A record does not tell from which endpoint it is, and its id is unique there only; so each is put
 * into an envelope that does: {@code id}, {@code of} and the {@code record} itself, or the {@code records} of one trade.
 */
final class OkxRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new OkxRecords());

    /** Waiting for confirmations, suspended, under review, frozen, intercepted, for the user's papers. */
    private static final Set<String> PENDING_DEPOSIT = Set.of("0", "8", "11", "12", "13", "14", "17");

    /** Waiting, under review, approved, being sent, being cancelled. */
    private static final Set<String> PENDING_WITHDRAWAL =
            Set.of("-3", "0", "1", "4", "5", "6", "7", "8", "9", "10", "12", "15", "16", "17", "19");

    private OkxRecords() {}

    /** A record in its envelope. */
    static JsonNode envelope(OkxType type, JsonNode record) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        try {
            envelope.put("id", id(type, record));
        } catch (InvalidValue nameless) {
            // known by its content then
        }
        envelope.put("of", type.text());
        envelope.set("record", record);
        return envelope;
    }

    /** The bills of the trade {@code id}. */
    static JsonNode envelope(String id, List<JsonNode> bills) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("id", id).put("of", OkxType.TRADE_BILLS.text());
        ArrayNode records = envelope.putArray("records");
        bills.forEach(records::add);
        return envelope;
    }

    /** No records. */
    static JsonNode nothing() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The id of the trade of one asset for another that a fill or a bill is of; null if it is of none. */
    static @Nullable String tradeId(JsonNode record) {
        String instrument = record.path("instType").asText("");
        String trade = record.path("tradeId").asText("");
        boolean spot = instrument.equals("SPOT") || instrument.equals("MARGIN");
        return spot && !trade.isEmpty() && !trade.equals("0")
                ? "trade-" + record.path("instId").asText("") + "-"
                        + record.path("ordId").asText("") + "-" + trade
                : null;
    }

    private static String id(OkxType type, JsonNode record) {
        String own = switch (type) {
            case FILL -> {
                String trade = tradeId(record);
                yield trade == null ? "fill-" + Fields.name(record, "billId") : trade;
            }
            case CONVERSION -> "conversion-" + Fields.name(record, "tradeId");
            case DEPOSIT ->
                "deposit-"
                        + (Fields.optionalText(record, "depId") == null
                                ? Fields.text(record, "txId")
                                : Fields.text(record, "depId"));
            case WITHDRAWAL -> "withdrawal-" + Fields.name(record, "wdId");
            case ACCOUNT_BILL, FUNDING_BILL -> type.text() + "-" + Fields.name(record, "billId");
            case TRADE_BILLS -> throw Fields.notUnderstood("of");
        };
        return own;
    }

    /** Since when it has been under way, if it is and may still end either way; null if it has ended. */
    static @Nullable Instant pendingSince(OkxType type, JsonNode record) {
        String state = record.path("state").asText("");
        boolean pending = switch (type) {
            case DEPOSIT -> PENDING_DEPOSIT.contains(state);
            case WITHDRAWAL -> PENDING_WITHDRAWAL.contains(state);
            case FILL, CONVERSION, ACCOUNT_BILL, FUNDING_BILL, TRADE_BILLS -> false;
        };
        try {
            return pending ? Fields.epochMillis(record, "ts") : null;
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
        JsonNode record =
                type(envelope) == OkxType.TRADE_BILLS ? envelope.path("records").path(0) : envelope.path("record");
        return Fields.epochMillis(record, "ts");
    }

    @Override
    public Meaning of(JsonNode envelope) {
        JsonNode record = envelope.path("record");
        return switch (type(envelope)) {
            case FILL -> fill(record);
            case CONVERSION -> conversion(record);
            case DEPOSIT -> {
                // credited; credited and free to be withdrawn
                only(record, Set.of("1", "2"));
                yield Meaning.deposit(amount(record, "ccy", "amt"), null);
            }
            case WITHDRAWAL -> {
                only(record, Set.of("2"));
                String feeAsset = record.path("feeCcy").asText("").isEmpty() ? "ccy" : "feeCcy";
                yield Meaning.withdrawal(
                        amount(record, "ccy", "amt"),
                        Fields.amount(Fields.asset(Fields.text(record, feeAsset)), Fields.numberOrZero(record, "fee")));
            }
            case ACCOUNT_BILL -> OkxBillRecords.account(record);
            case FUNDING_BILL -> OkxBillRecords.funding(record);
            case TRADE_BILLS -> OkxBillRecords.trade(envelope.path("records"));
        };
    }

    private static Meaning fill(JsonNode record) {
        if (tradeId(record) == null) {
            throw Fields.notUnderstood("tradeId");
        }
        String[] pair = Fields.text(record, "instId").split("-", -1);
        if (pair.length != 2) {
            throw Fields.notUnderstood("instId");
        }
        String quoteAsset = Fields.optionalText(record, "tradeQuoteCcy");
        Amount base = Fields.amount(Fields.asset(pair[0]), Fields.number(record, "fillSz"));
        Amount price =
                Fields.amount(Fields.asset(quoteAsset == null ? pair[1] : quoteAsset), Fields.number(record, "fillPx"));
        Amount quote = new Amount(price.asset(), price.quantity().multiply(base.quantity()));
        return switch (Fields.text(record, "side")) {
            case "buy" -> trade(base, quote, record);
            case "sell" -> trade(quote, base, record);
            default -> throw Fields.notUnderstood("side");
        };
    }

    /** A fee is negative; a positive one is given to the user, and is part of what came in. */
    private static Meaning trade(Amount received, Amount sent, JsonNode record) {
        BigDecimal charged = Fields.numberOrZero(record, "fee");
        if (charged.signum() == 0) {
            return Meaning.trade(received, sent, null);
        }
        Amount fee = Fields.amount(Fields.asset(Fields.text(record, "feeCcy")), charged.abs());
        if (charged.signum() < 0) {
            return Meaning.trade(received, sent, fee);
        }
        if (fee.asset().equals(received.asset())) {
            return Meaning.trade(new Amount(fee.asset(), received.quantity().add(fee.quantity())), sent, null);
        }
        if (fee.asset().equals(sent.asset())) {
            return Meaning.trade(
                    received, new Amount(fee.asset(), sent.quantity().subtract(fee.quantity())), null);
        }
        throw Fields.notUnderstood("fee");
    }

    private static Meaning conversion(JsonNode record) {
        only(record, Set.of("fullyFilled"));
        Amount base = amount(record, "baseCcy", "fillBaseSz");
        Amount quote = amount(record, "quoteCcy", "fillQuoteSz");
        return switch (Fields.text(record, "side")) {
            case "buy" -> Meaning.trade(base, quote, null);
            case "sell" -> Meaning.trade(quote, base, null);
            default -> throw Fields.notUnderstood("side");
        };
    }

    private static Amount amount(JsonNode record, String asset, String quantity) {
        return Fields.amount(Fields.asset(Fields.text(record, asset)), Fields.number(record, quantity));
    }

    /** Anything else was refused, cancelled, given back, or is not known here. */
    private static void only(JsonNode record, Set<String> states) {
        if (!states.contains(record.path("state").asText(""))) {
            throw Fields.notUnderstood("state");
        }
    }

    private static OkxType type(JsonNode envelope) {
        String of = Fields.text(envelope, "of");
        for (OkxType type : OkxType.values()) {
            if (type.text().equals(of)) {
                return type;
            }
        }
        throw Fields.notUnderstood("of");
    }
}
