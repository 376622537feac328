package dev.gangway.adapters.exchanges.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a record: exact, and {@link InvalidValue} for whatever is not what it should be. Numbers are never
 * written out, for {@code 1e400} is a short text but a long number; times are believed from 2000 to 2200.
 */
public final class Fields {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final BigDecimal MILLIS_PER_SECOND = new BigDecimal(1000);
    private static final BigDecimal NANOS_PER_SECOND = new BigDecimal(1_000_000_000);
    private static final int LONGEST_NUMBER = 200;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

    private Fields() {}

    /** A text that is there. */
    public static String text(JsonNode record, String member) {
        String text = optionalText(record, member);
        if (text == null) {
            throw notUnderstood(member);
        }
        return text;
    }

    /** A text; null where there is none or an empty one. */
    public static @Nullable String optionalText(JsonNode record, String member) {
        JsonNode value = record.path(member);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    /** A text, or a whole number as a text: some exchanges write their ids as the one, some as the other. */
    public static String name(JsonNode record, String member) {
        JsonNode value = record.path(member);
        return value.isIntegralNumber() ? value.bigIntegerValue().toString() : text(record, member);
    }

    /** A number, be it written as one or as a text. */
    public static BigDecimal number(JsonNode record, String member) {
        JsonNode value = record.path(member);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isTextual() ? value.textValue() : "";
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            throw notUnderstood(member);
        }
        return new BigDecimal(text);
    }

    /** A number; zero where there is none, a null or an empty text. */
    public static BigDecimal numberOrZero(JsonNode record, String member) {
        JsonNode value = record.path(member);
        boolean absent = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
        return absent ? BigDecimal.ZERO : number(record, member);
    }

    /** So much of an asset whose code is Gangway's already. */
    public static Amount amount(String asset, BigDecimal quantity) {
        return new Amount(new AssetCode(asset), quantity);
    }

    /** A code in upper case (ASCII), with the one name that is written differently nearly everywhere: XBT is BTC. */
    public static String asset(String code) {
        String upper = Ascii.upper(code);
        return upper.equals("XBT") ? "BTC" : upper;
    }

    /** A time as ISO 8601 writes it, in UTC or with an offset. */
    public static Instant isoTime(JsonNode record, String member) {
        try {
            return believed(Instant.parse(text(record, member)), member);
        } catch (DateTimeParseException unreadable) {
            throw notUnderstood(member);
        }
    }

    /** Milliseconds since 1970, as a number or a text. */
    public static Instant epochMillis(JsonNode record, String member) {
        return seconds(number(record, member), MILLIS_PER_SECOND, member);
    }

    /** Seconds since 1970 with whatever fraction, as a number or a text. */
    public static Instant epochSeconds(JsonNode record, String member) {
        return seconds(number(record, member), BigDecimal.ONE, member);
    }

    private static Instant seconds(BigDecimal count, BigDecimal perSecond, String member) {
        // before anything is expanded
        if (count.signum() < 0 || (long) count.precision() - count.scale() > 15) {
            throw notUnderstood(member);
        }
        try {
            BigDecimal nanos = count.multiply(NANOS_PER_SECOND).divide(perSecond, 0, RoundingMode.DOWN);
            BigDecimal[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
            return believed(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()), member);
        } catch (ArithmeticException | DateTimeException tooFar) {
            throw notUnderstood(member);
        }
    }

    private static Instant believed(Instant time, String member) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw notUnderstood(member);
        }
        return time;
    }

    /** The record is not understood, for this member. */
    public static InvalidValue notUnderstood(String member) {
        return new InvalidValue(member, FieldError.INVALID_FORMAT, "is not understood");
    }
}
