package dev.gangway.domain.source;

import java.time.Duration;

/**
 * How an import of an unreachable exchange goes on: exponential backoff, and an end.
 *
 * @param attempts how many attempts at most, at least 1
 * @param base the wait after the first attempt; doubles with each
 * @param longest no wait is longer, an exchange's own Retry-After included
 */
public record RetryPolicy(int attempts, Duration base, Duration longest) {
    /** Checks the ranges. */
    public RetryPolicy {
        if (attempts < 1 || base.isNegative() || base.isZero() || longest.compareTo(base) < 0) {
            throw new IllegalArgumentException("at least one attempt, and 0 < base <= longest");
        }
    }

    /** Whether {@code attempt}, counted from 1, was the last. */
    public boolean isLast(int attempt) {
        return attempt >= attempts;
    }

    /**
     * How long to wait after {@code attempt}, counted from 1.
     *
     * @param asked what the exchange asked for, zero if nothing; a longer one is honoured up to {@code longest}
     */
    public Duration waitAfter(int attempt, Duration asked) {
        Duration backoff = base.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, 30));
        Duration wait = backoff.compareTo(asked) < 0 ? asked : backoff;
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
