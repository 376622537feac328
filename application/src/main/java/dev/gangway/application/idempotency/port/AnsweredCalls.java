package dev.gangway.application.idempotency.port;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Calls that have a key: at most one at a time works on each, on all nodes together, and its answer is kept with its work. */
public interface AnsweredCalls {
    /**
     * Has {@code work} done in one transaction, throughout which nobody else works on the call; what it records is kept
     * when it returns and none of it when it throws. Nobody waits for anybody. A node that dies lets go at once.
     *
     * @param call the hash of whose call it is, of its route and of its key
     * @param now by which answers are over
     * @return what the work returned; null, and nothing done, if somebody else is at it
     */
    <T> @Nullable T hold(Digest call, Instant now, Work<T> work);

    /** Keeps an answer, within {@link #hold}, in place of one that is over. */
    void remember(Digest call, Remembered answer);

    /**
     * Deletes answers that are over, those first that have been for longest.
     *
     * @param most how many at most
     * @return how many
     */
    int purge(Instant now, int most);

    /** What is done while a call is held. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @param remembered what was answered before, null if nothing was or it is over
         */
        T with(@Nullable Remembered remembered);
    }

    /**
     * An answer that was given.
     *
     * @param request the hash of the request that it answers
     * @param text the answer without its link, in the words of whoever gave it
     * @param linkFor whom its link signs in, null if it has none
     * @param expiresAt the first instant at which it is forgotten
     */
    record Remembered(Digest request, String text, @Nullable UserId linkFor, Instant expiresAt) {}
}
