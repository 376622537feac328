package dev.gangway.domain.upload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates in files: year first, UTC unless they say otherwise. A day without a time begins at midnight. */
final class UploadedDate {
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .appendPattern("]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private UploadedDate() {}

    static Instant parse(String text, Instant now) {
        Instant at;
        try {
            at = instant(FORM.parse(text)).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException malformed) {
            throw new UnreadableCell(
                    "date must be like 2024-03-31, 2024-03-31 14:05:00 (UTC) or 2024-03-31T14:05:00+02:00");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(now.plus(1, ChronoUnit.DAYS))) {
            throw new UnreadableCell("date is not between 1970 and now");
        }
        return at;
    }

    private static Instant instant(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.OFFSET_SECONDS)
                ? OffsetDateTime.from(parsed).toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }
}
