package dev.gangway.application.signin.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sessions as the database knows them. They begin in {@code RedirectTokens.consume}. */
public interface Sessions {
    /** The session with this id, or null if there is none; whether it is alive is for the caller to decide. */
    @Nullable
    Session find(Digest idHash);

    /** Notes that a request came; never moves the time back. */
    void touch(Digest idHash, Instant now);

    /**
     * Ends the session and records {@code audit}.
     *
     * @return whether it was there
     */
    boolean end(Digest idHash, AuditEntry audit);

    /**
     * Deletes sessions that signed in before {@code signedInBefore} or were last seen before {@code lastSeenBefore}.
     *
     * @return how many
     */
    int purge(Instant signedInBefore, Instant lastSeenBefore);
}
