package dev.gangway.application.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, in the precision that every database keeps: a time read back equals the one that was written. */
public final class ApplicationTime {
    private ApplicationTime() {}

    /** Now, in whole microseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
