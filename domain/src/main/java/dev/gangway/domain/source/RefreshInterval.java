package dev.gangway.domain.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a populated source is brought up to date by itself. Each source keeps an interval of its own, up to a tenth
 * longer or shorter, which its id decides: many that were registered together drift apart, on every node alike.
 *
 * @param value between an hour and thirty days
 */
public record RefreshInterval(Duration value) {
    /** The shortest. */
    public static final Duration LEAST = Duration.ofHours(1);

    /** The longest. */
    public static final Duration MOST = Duration.ofDays(30);

    /** Once a day. */
    public static final RefreshInterval DAILY = new RefreshInterval(Duration.ofDays(1));

    private static final int STEPS = 10_000;

    /** Checks the range. */
    public RefreshInterval {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("between an hour and thirty days");
        }
    }

    /** When {@code source}, which was refreshed at {@code refreshed}, is due again. */
    public Instant next(SourceId source, Instant refreshed) {
        long nineTenths = value.toMillis() * 9 / 10;
        return refreshed.plusMillis(nineTenths + value.toMillis() / 5 * step(source) / STEPS);
    }

    /**
     * When {@code source} is due for the first time. One that would have been due already, because nobody has planned it
     * before, gets a place somewhere in the coming interval: a thousand such do not come at once.
     */
    public Instant first(SourceId source, Instant imported, Instant now) {
        Instant next = next(source, imported);
        return next.isAfter(now) ? next : now.plusMillis(value.toMillis() / STEPS * step(source));
    }

    /** A number from 0 to {@value #STEPS} that says nothing of its source but is always the same. */
    private static long step(SourceId source) {
        // FNV-1a, mixed once more: ids that were made together differ in their last characters only
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < source.value().length(); i++) {
            hash = (hash ^ source.value().charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return Long.remainderUnsigned(hash >>> 16, STEPS + 1L);
    }
}
