package dev.gangway.application.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers until when a count is full, so that whoever calls without heeding the answer costs next to nothing. Only
 * admitted calls count, so no room can come up earlier than the count has said; under another limit the count is asked
 * again.
 */
final class RefusedCalls {
    private static final int MAX_ENTRIES = 10_000;

    /** A wait this short may have been rounded up, and is not worth remembering. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final ConcurrentHashMap<CallCounter, Refusal> refusals = new ConcurrentHashMap<>();

    private record Refusal(int limit, Instant from, Instant until) {
        boolean holds(Instant now) {
            // before it was refused: a clock was put back, and the count knows better
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** How long the count still is full by {@code limit} for certain, at least one second; zero if nobody knows. */
    Duration remaining(CallCounter counter, int limit, Instant now) {
        Refusal refusal = refusals.get(counter);
        if (refusal == null || refusal.limit != limit || !refusal.holds(now)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, refusal.until);
        return wait.compareTo(SHORT) < 0 ? SHORT : wait;
    }

    /** Notes that the count was full at {@code now}, for {@code wait}. */
    void add(CallCounter counter, int limit, Instant now, Duration wait) {
        if (wait.compareTo(SHORT) <= 0) {
            return;
        }
        if (refusals.size() >= MAX_ENTRIES) {
            refusals.values().removeIf(refusal -> !refusal.holds(now));
        }
        if (refusals.size() < MAX_ENTRIES) {
            refusals.put(counter, new Refusal(limit, now, now.plus(wait)));
        }
    }
}
