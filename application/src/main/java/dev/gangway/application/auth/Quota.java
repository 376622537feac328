package dev.gangway.application.auth;

import java.time.Duration;

/**
 * What a caller is told of the limit that its call was counted towards.
 *
 * @param policy the limit's name
 * @param limit how many calls it allows in 60 seconds
 * @param remaining how many of them are left
 * @param reset how long until there is one more, at least one second
 */
public record Quota(String policy, int limit, int remaining, Duration reset) {
    /** What is left after an admission. */
    static Quota of(String policy, int limit, Admission admission) {
        return new Quota(policy, limit, admission.remaining(), admission.reset());
    }
}
