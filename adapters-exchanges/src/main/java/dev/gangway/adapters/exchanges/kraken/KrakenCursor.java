package dev.gangway.adapters.exchanges.kraken;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where in the ledger a page begins. A walk goes from the newest entry back to {@code after}.
 *
 * @param after entries up to this time are known from an earlier walk, null if none are
 * @param until entries of this time and before are still to come, null at the beginning of a walk
 * @param newest the time of the newest entry of this walk, null at its beginning
 */
record KrakenCursor(
        @Nullable Instant after,
        @Nullable Instant until,
        @Nullable Instant newest) {
    /** The beginning of the first walk. */
    static final KrakenCursor START = new KrakenCursor(null, null, null);

    private static final String VERSION = "kraken1";
    private static final String NONE = "-";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-02T00:00:00Z");

    /** The beginning for whatever is no cursor of this version. */
    static KrakenCursor parse(@Nullable String text) {
        String[] parts = text == null || text.length() > 200 ? new String[0] : text.split(" ", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            return START;
        }
        try {
            KrakenCursor cursor = new KrakenCursor(time(parts[1]), time(parts[2]), time(parts[3]));
            return (cursor.until == null) == (cursor.newest == null) ? cursor : START;
        } catch (DateTimeException unreadable) {
            return START;
        }
    }

    private static @Nullable Instant time(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    String text() {
        return String.join(" ", VERSION, text(after), text(until), text(newest));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? NONE : time.toString();
    }

    /** The bounds as Kraken takes them, whole seconds that are wide enough: {@code start} excludes, {@code end} includes. */
    String parameters() {
        StringBuilder bounds = new StringBuilder();
        if (after != null) {
            bounds.append("&start=").append(after.getEpochSecond());
        }
        if (until != null) {
            bounds.append("&end=").append(until.getEpochSecond() + (until.getNano() == 0 ? 0 : 1));
        }
        return bounds.toString();
    }

    /** Whether the entry is not among what {@link #parameters} asks for. */
    boolean excludes(KrakenEntry entry) {
        Instant time = entry.time();
        return time != null
                && ((until != null && time.isAfter(until.plusSeconds(1)))
                        || (after != null && time.isBefore(after.minusSeconds(1))));
    }

    /** Whether the walk has not come past this time yet. */
    boolean awaits(Instant time) {
        return (after == null || time.isAfter(after)) && (until == null || !time.isAfter(until));
    }
}
