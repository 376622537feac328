package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The visits of the last minute by who came, in the memory of this node: counted in steps of five seconds, each of which is
 * forgotten 60 seconds after its last visit, so that never more than the limit fall into any 60 seconds. Of more visitors than it has
 * room for, those are forgotten who were here longest ago.
 */
final class RecentVisits {
    static final int MAX_VISITORS = 10_000;

    private static final int STEP = 5;

    private static final Duration WINDOW = CallRates.WINDOW;

    /** The steps that a window of 60 seconds can touch. */
    private static final int STEPS = 13;

    private final LinkedHashMap<String, Visits> visitors = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Visits {
        private final int[] counts = new int[STEPS];

        /** The last visit of each step. */
        private final Instant[] lasts = new Instant[STEPS];

        private long latest;

        /** Forgets what has left the window; a clock that was put back far begins anew. */
        private void moveTo(long step) {
            if (step >= latest + STEPS || step < latest - STEPS) {
                Arrays.fill(counts, 0);
                latest = step;
            }
            while (latest < step) {
                latest++;
                counts[index(latest)] = 0;
            }
        }

        private Admission admit(int limit, Instant now) {
            moveTo(Math.floorDiv(now.getEpochSecond(), STEP));
            int total = 0;
            for (int i = 0; i < STEPS; i++) {
                if (counts[i] > 0 && !now.isBefore(lasts[i].plus(WINDOW))) {
                    counts[i] = 0;
                }
                total += counts[i];
            }
            boolean admitted = total < limit;
            if (admitted) {
                count(index(latest), now);
                total++;
            }
            return new Admission(admitted, Math.max(0, limit - total), untilOldestLeaves(now));
        }

        private void count(int step, Instant now) {
            if (counts[step] == 0 || now.isAfter(lasts[step])) {
                lasts[step] = now;
            }
            counts[step]++;
        }

        private Duration untilOldestLeaves(Instant now) {
            long step = latest - STEPS + 1;
            while (counts[index(step)] == 0) {
                step++;
            }
            return Duration.between(now, lasts[index(step)].plus(WINDOW));
        }

        private static int index(long step) {
            return Math.floorMod(step, STEPS);
        }
    }

    /** Counts a visit, if there is room for it. */
    synchronized Admission admit(String visitor, int limit, Instant now) {
        Visits visits = visitors.computeIfAbsent(visitor, who -> new Visits());
        if (visitors.size() > MAX_VISITORS) {
            Iterator<Map.Entry<String, Visits>> longestAgo = visitors.entrySet().iterator();
            longestAgo.next();
            longestAgo.remove();
        }
        return visits.admit(limit, now);
    }
}
