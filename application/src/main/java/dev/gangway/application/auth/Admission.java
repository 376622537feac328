package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;

/**
 * Whether a call was counted within its limit.
 *
 * @param admitted whether it was
 * @param remaining how many more may be at once; none if it was not
 * @param reset how long until the next of the counted calls is forgotten, at least one second and at most the window; where
 *     none remain, until a call may be admitted again
 */
public record Admission(boolean admitted, int remaining, Duration reset) {
    private static final Duration LEAST = Duration.ofSeconds(1);

    /**
     * Rounds a wait of less than a second up to one. One of more than the window is that of a call which others overtook on
     * its way to the count, or whose node's clock is behind.
     */
    public Admission {
        reset = reset.compareTo(LEAST) < 0 ? LEAST : reset;
        reset = reset.compareTo(CallRates.WINDOW) > 0 ? CallRates.WINDOW : reset;
    }

    /** It was not. */
    public static Admission refused(Duration reset) {
        return new Admission(false, 0, reset);
    }
}
