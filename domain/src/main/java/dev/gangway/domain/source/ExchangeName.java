package dev.gangway.domain.source;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** An exchange's name, such as {@code KRAKEN}: 2 to 32 upper-case letters, digits and underscores, a letter first. */
public record ExchangeName(String value) {
    /** Upper-cases (ASCII only) and checks the form. */
    public ExchangeName {
        value = Ascii.upper(value);
        boolean form = value.length() >= 2 && value.length() <= 32 && value.charAt(0) >= 'A' && value.charAt(0) <= 'Z';
        if (!form || !Ascii.consistsOf(value, 0, c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) {
            throw invalid("exchange_name");
        }
    }

    /** The exchange that {@code field} must name. */
    public static ExchangeName required(String field, @Nullable String value) {
        if (value == null || Text.isBlank(value)) {
            throw new InvalidValue(field, FieldError.REQUIRED, "is required");
        }
        try {
            return new ExchangeName(value);
        } catch (InvalidValue wrongForm) {
            throw invalid(field);
        }
    }

    private static InvalidValue invalid(String field) {
        return new InvalidValue(field, FieldError.INVALID_FORMAT, "must be the name of an exchange, such as KRAKEN");
    }

    @Override
    public String toString() {
        return value;
    }
}
