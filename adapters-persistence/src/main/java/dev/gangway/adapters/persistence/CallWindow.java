package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The admitted calls of the last minute, counted by the second. A second counts until the window has left all of it: never
 * shorter than the window, at most one second longer.
 */
final class CallWindow {
    private static final long SECONDS = CallRates.WINDOW.toSeconds();

    private final TreeMap<Long, Integer> callsBySecond = new TreeMap<>();
    private boolean changed;

    /** The window that {@link #toString} wrote. */
    static CallWindow of(String stored) {
        CallWindow window = new CallWindow();
        for (String entry : stored.isEmpty() ? new String[0] : stored.split(" ", -1)) {
            int colon = entry.indexOf(':');
            window.callsBySecond.put(
                    Long.valueOf(entry.substring(0, colon)), Integer.valueOf(entry.substring(colon + 1)));
        }
        return window;
    }

    /** Counts a call if there is room for it. */
    Admission admit(int limit, Instant now) {
        takeForNow(now.getEpochSecond());
        // a node whose clock is behind must not count in a second that others have left
        long second = callsBySecond.isEmpty()
                ? now.getEpochSecond()
                : Math.max(now.getEpochSecond(), callsBySecond.lastKey());
        callsBySecond.headMap(second - SECONDS).clear();
        int calls = callsBySecond.values().stream().mapToInt(Integer::intValue).sum();
        boolean admitted = calls < limit;
        if (admitted) {
            callsBySecond.merge(second, 1, Integer::sum);
            calls++;
            changed = true;
        }
        Duration reset = Duration.between(now, Instant.ofEpochSecond(roomAt(calls, limit)));
        return new Admission(admitted, Math.max(0, limit - calls), reset);
    }

    /** The second in which the next call is forgotten, or so many that there is room for one. */
    private long roomAt(int calls, int limit) {
        int left = calls;
        for (Map.Entry<Long, Integer> oldest : callsBySecond.entrySet()) {
            left -= oldest.getValue();
            if (left < limit) {
                return oldest.getKey() + SECONDS + 1;
            }
        }
        throw new IllegalStateException("a limit of at least one call has room when there are none");
    }

    /** The second in which a call was last counted. */
    long lastSecond() {
        return callsBySecond.lastKey();
    }

    /** No clock is that far behind: what lies more than a window ahead was counted by one that was ahead, and counts as now. */
    private void takeForNow(long now) {
        Map<Long, Integer> ahead = callsBySecond.tailMap(now + SECONDS, false);
        int calls = ahead.values().stream().mapToInt(Integer::intValue).sum();
        if (calls > 0) {
            ahead.clear();
            callsBySecond.merge(now, calls, Integer::sum);
            changed = true;
        }
    }

    /** Whether {@link #admit} has made another window of it, which has to be stored. */
    boolean isChanged() {
        return changed;
    }

    @Override
    public String toString() {
        return callsBySecond.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
