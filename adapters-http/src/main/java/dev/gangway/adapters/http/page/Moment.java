package dev.gangway.adapters.http.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as pages show it: UTC, to the second.
 *
 * @param iso for machines, {@code 2026-03-12T14:05:09Z}
 * @param date for people, {@code 12 Mar 2026}
 * @param clock for people, {@code 14:05:09}
 */
public record Moment(String iso, String date, String clock) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Puts an instant into words. */
    public static Moment of(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return new Moment(second.toString(), DATE.format(second), CLOCK.format(second));
    }
}
