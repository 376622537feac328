package dev.gangway.adapters.exchanges.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The wait from {@code now} on; zero for none, for one that is over and for one that nobody can read. */
    static Duration parse(@Nullable String header, Instant now) {
        String value = header == null ? "" : header.strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value.length() > MOST_DIGITS ? "9".repeat(MOST_DIGITS) : value));
        }
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeParseException unreadable) {
            return Duration.ZERO;
        }
    }
}
