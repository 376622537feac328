package dev.gangway.adapters.http.report;

import dev.gangway.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;

/** Who has how many streams open on this node. Exact, however many come at once. */
final class Seats {
    private final int perUser;
    private final int inAll;
    private final Map<UserId, Integer> taken = new HashMap<>();
    private int sum;

    /**
     * @param perUser how many one user may have
     * @param inAll how many there may be together
     */
    Seats(int perUser, int inAll) {
        this.perUser = perUser;
        this.inAll = inAll;
    }

    /** Whether there is one for the user at the moment. */
    synchronized boolean isFree(UserId user) {
        return sum < inAll && taken.getOrDefault(user, 0) < perUser;
    }

    /**
     * Takes one.
     *
     * @return whether there was one; it is to be {@linkplain #leave left} then
     */
    synchronized boolean take(UserId user) {
        if (!isFree(user)) {
            return false;
        }
        taken.merge(user, 1, Integer::sum);
        sum++;
        return true;
    }

    /** Leaves one that was taken. */
    synchronized void leave(UserId user) {
        taken.computeIfPresent(user, (id, count) -> count == 1 ? null : count - 1);
        sum--;
    }
}
