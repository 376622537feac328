package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The admitted calls of the last minute in steps of a second, each under the time of its last call in microseconds. A step
 * counts until the window has left all of it: a call never for shorter than the window, at most one second longer.
 */
final class CallWindow {
    private static final long MICROS = 1_000_000;
    private static final long WIDTH = CallRates.WINDOW.toSeconds() * MICROS;

    private final TreeMap<Long, Integer> callsByStep = new TreeMap<>();
    private boolean changed;

    /** A time as it is stored. */
    static long micros(Instant time) {
        return time.getEpochSecond() * MICROS + time.getNano() / 1_000;
    }

    /** A time that was stored. */
    static Instant time(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /** The window that {@link #toString} wrote. */
    static CallWindow of(String stored) {
        CallWindow window = new CallWindow();
        for (String entry : stored.isEmpty() ? new String[0] : stored.split(" ", -1)) {
            int colon = entry.indexOf(':');
            window.callsByStep.put(
                    Long.valueOf(entry.substring(0, colon)), Integer.valueOf(entry.substring(colon + 1)));
        }
        return window;
    }

    /** Counts a call if there is room for it. */
    Admission admit(int limit, Instant time) {
        long now = micros(time);
        takeForNow(now);
        // a node whose clock is behind must not count in a second that others have left
        long latest = callsByStep.isEmpty() ? now : Math.max(now, callsByStep.lastKey());
        callsByStep.headMap(latest - WIDTH, true).clear();
        int calls = callsByStep.values().stream().mapToInt(Integer::intValue).sum();
        boolean admitted = calls < limit;
        if (admitted) {
            count(latest);
            calls++;
            changed = true;
        }
        Duration reset = Duration.between(time, time(roomAt(calls, limit)));
        return new Admission(admitted, Math.max(0, limit - calls), reset);
    }

    private void count(long now) {
        Map.Entry<Long, Integer> last = callsByStep.lastEntry();
        int before = 0;
        if (last != null && last.getKey() / MICROS == now / MICROS) {
            before = last.getValue();
            callsByStep.remove(last.getKey());
        }
        callsByStep.put(now, before + 1);
    }

    /** When the next call is forgotten, or so many that there is room for one. */
    private long roomAt(int calls, int limit) {
        int left = calls;
        for (Map.Entry<Long, Integer> oldest : callsByStep.entrySet()) {
            left -= oldest.getValue();
            if (left < limit) {
                return oldest.getKey() + WIDTH;
            }
        }
        throw new IllegalStateException("a limit of at least one call has room when there are none");
    }

    /** When a call was last counted, in microseconds. */
    long lastCall() {
        return callsByStep.lastKey();
    }

    /** No clock is that far behind: what lies more than a window ahead was counted by one that was ahead, and counts as now. */
    private void takeForNow(long now) {
        Map<Long, Integer> ahead = callsByStep.tailMap(now + WIDTH, false);
        int calls = ahead.values().stream().mapToInt(Integer::intValue).sum();
        if (calls > 0) {
            ahead.clear();
            callsByStep.merge(now, calls, Integer::sum);
            changed = true;
        }
    }

    /** Whether {@link #admit} has made another window of it, which has to be stored. */
    boolean isChanged() {
        return changed;
    }

    @Override
    public String toString() {
        return callsByStep.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
