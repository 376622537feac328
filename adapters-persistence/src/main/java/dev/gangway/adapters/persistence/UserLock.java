package dev.gangway.adapters.persistence;

import dev.gangway.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/**
 * What whoever changes a user's sources, links or connections takes first, as a registration does with its snapshot: each then
 * finds what the others did whole, or not begun.
 */
final class UserLock {
    private static final String LOCK = "select id from users where id = :user for update";

    private UserLock() {}

    /** Waits until nobody else has it; holds until the end of the transaction. There need not be such a user. */
    static void take(Handle handle, UserId user) {
        handle.createQuery(LOCK).bind("user", user.value()).mapTo(String.class).findOne();
    }
}
