package dev.gangway.application.testkit.contract;

import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/** What no port writes, but a contract has to start from. */
public interface Arrangements {
    /** Makes this the user's connection to its partner, in place of one that is there. It shares what was sent. */
    void connect(UserId user, Connection connection, Instant createdAt);
}
