package dev.gangway.application.auth.port;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.CallCounter;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts calls in true sliding windows, shared by all nodes: of any number of simultaneous calls, never more than the limit
 * are admitted in any 60 seconds.
 */
public interface CallRates {
    /** The window. */
    Duration WINDOW = Duration.ofSeconds(60);

    /**
     * Admits and counts the call if fewer than {@code limit} were admitted in the 60 seconds before {@code now}; a
     * refused call does not count. May count a call for up to one second longer if others were admitted in that second, never
     * for shorter; who is refused is told to wait for 60 seconds at most. A call that was counted more than 60 seconds ahead of
     * {@code now}, by a node whose clock was wrong, counts as made now.
     *
     * @param limit calls in 60 seconds, at least 1
     */
    Admission admit(CallCounter counter, int limit, Instant now);

    /**
     * Deletes the counts in which nothing was counted since {@code before}.
     *
     * @return how many
     */
    int purge(Instant before);
}
