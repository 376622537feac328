package dev.gangway.adapters.http.report;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as forms send them, of the years that databases know too. */
final class Days {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Days() {}

    /** The day, UTC; a refusal if it is none. */
    static LocalDate read(String field, String day) {
        try {
            LocalDate read = LocalDate.parse(day);
            checked(field, start(read));
            return read;
        } catch (DateTimeException none) {
            throw none(field);
        }
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static Instant checked(String field, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw none(field);
        }
        return instant;
    }

    private static InvalidValue none(String field) {
        return new InvalidValue(field, FieldError.INVALID_FORMAT, "must be a day such as 2026-03-12");
    }
}
