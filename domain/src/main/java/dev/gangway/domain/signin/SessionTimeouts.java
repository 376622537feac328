package dev.gangway.domain.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session ends by itself.
 *
 * @param idle after so long without a request
 * @param absolute so long after sign-in, whatever happened since
 */
public record SessionTimeouts(Duration idle, Duration absolute) {
    /** How old a session's last-seen time may be before a request writes it anew: one write a minute at most. */
    public static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    /** Checks the ranges. */
    public SessionTimeouts {
        if (idle.compareTo(Duration.ofMinutes(2)) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("2 minutes <= idle <= absolute");
        }
    }

    /** Whether a session that signed in and was last seen then is alive at {@code now}. */
    public boolean isAlive(Instant signedInAt, Instant lastSeenAt, Instant now) {
        return now.isBefore(signedInAt.plus(absolute)) && now.isBefore(lastSeenAt.plus(idle));
    }
}
