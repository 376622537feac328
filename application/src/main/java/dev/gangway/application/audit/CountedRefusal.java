package dev.gangway.application.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Calls from one address that were refused for one reason within one minute.
 *
 * @param first the first of them
 * @param times how many
 */
public record CountedRefusal(RefusedCall first, long times) {
    /** The minute. */
    public Instant minute() {
        return first.at().truncatedTo(ChronoUnit.MINUTES);
    }
}
