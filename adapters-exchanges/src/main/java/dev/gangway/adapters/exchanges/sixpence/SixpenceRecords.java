package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record means. One that is not understood to the last member is kept as {@code unclassified}, its text with it,
 * so that a better version of this class can read it again. One that is too long to be kept is {@code unclassified} too,
 * with its beginning and a mark; the records around it go their way.
 */
final class SixpenceRecords {
    /** To be raised with every change of what a record becomes. */
    static final int VERSION = 1;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_NUMBER = 200;
    private static final int KEPT_OF_TOO_LONG = 10_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

    private SixpenceRecords() {}

    /** @throws InvalidValue if the record has no usable id, without which it can be neither stored nor told apart */
    static LedgerTransaction read(JsonNode item) {
        String id = Text.required("id", text(item, "id"), 255);
        String raw = ExchangeJson.text(item);
        if (raw.length() > LedgerTransaction.MAX_RAW) {
            return unclassified(item, id, truncated(raw));
        }
        try {
            return understood(item, id, time(item), raw);
        } catch (InvalidValue notUnderstood) {
            return unclassified(item, id, raw);
        }
    }

    private static LedgerTransaction unclassified(JsonNode item, String id, String raw) {
        return new LedgerTransaction(
                id, TransactionKind.UNCLASSIFIED, timeOrEpoch(item), null, null, null, raw, VERSION);
    }

    private static String truncated(String raw) {
        return ExchangeJson.text(JsonNodeFactory.instance
                .objectNode()
                .put("truncated_from", raw.length())
                .put("beginning", raw.substring(0, KEPT_OF_TOO_LONG)));
    }

    private static LedgerTransaction understood(JsonNode item, String id, Instant time, String raw) {
        String type = text(item, "type");
        return switch (type == null ? "" : type) {
            case "trade" -> trade(item, id, time, raw);
            case "deposit" ->
                new LedgerTransaction(
                        id, TransactionKind.DEPOSIT, time, amount(item, ""), null, fee(item), raw, VERSION);
            case "reward" ->
                new LedgerTransaction(
                        id, TransactionKind.REWARD, time, amount(item, ""), null, fee(item), raw, VERSION);
            case "withdrawal" ->
                new LedgerTransaction(
                        id, TransactionKind.WITHDRAWAL, time, null, amount(item, ""), fee(item), raw, VERSION);
            case "fee" -> charge(item, id, time, raw);
            default -> throw notUnderstood("type");
        };
    }

    private static LedgerTransaction trade(JsonNode item, String id, Instant time, String raw) {
        Amount base = amount(item, "base_");
        Amount quote = amount(item, "quote_");
        String side = text(item, "side");
        boolean bought = "buy".equals(side);
        if (!bought && !"sell".equals(side)) {
            throw notUnderstood("side");
        }
        return new LedgerTransaction(
                id, TransactionKind.TRADE, time, bought ? base : quote, bought ? quote : base, fee(item), raw, VERSION);
    }

    private static LedgerTransaction charge(JsonNode item, String id, Instant time, String raw) {
        if (fee(item) != null) {
            // a fee on a fee: which of the two is the charge?
            throw notUnderstood("fee_amount");
        }
        return new LedgerTransaction(id, TransactionKind.FEE, time, null, null, amount(item, ""), raw, VERSION);
    }

    /** Null where the record names none, or one of nothing. */
    private static @Nullable Amount fee(JsonNode item) {
        if (!item.hasNonNull("fee_asset") && !item.hasNonNull("fee_amount")) {
            return null;
        }
        Amount fee = amount(item, "fee_");
        return fee.quantity().signum() == 0 ? null : fee;
    }

    private static Amount amount(JsonNode item, String prefix) {
        String asset = text(item, prefix + "asset");
        if (asset == null) {
            throw notUnderstood(prefix + "asset");
        }
        return new Amount(new AssetCode(asset), number(item, prefix + "amount"));
    }

    /** Exact, and never written out: 1e400 is a short text but a long number. */
    private static BigDecimal number(JsonNode item, String member) {
        JsonNode value = item.path(member);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isTextual() ? value.textValue() : "";
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            throw notUnderstood(member);
        }
        return new BigDecimal(text);
    }

    private static Instant time(JsonNode item) {
        String text = text(item, "time");
        try {
            Instant time = Instant.parse(text == null ? "" : text).truncatedTo(ChronoUnit.MICROS);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw notUnderstood("time");
            }
            return time;
        } catch (DateTimeParseException unreadable) {
            throw notUnderstood("time");
        }
    }

    private static Instant timeOrEpoch(JsonNode item) {
        try {
            return time(item);
        } catch (InvalidValue undated) {
            return Instant.EPOCH;
        }
    }

    private static @Nullable String text(JsonNode item, String member) {
        JsonNode value = item.path(member);
        return value.isTextual() ? value.textValue() : null;
    }

    private static InvalidValue notUnderstood(String member) {
        return new InvalidValue(member, FieldError.INVALID_FORMAT, "is not understood");
    }
}
