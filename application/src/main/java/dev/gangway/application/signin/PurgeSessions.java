package dev.gangway.application.signin;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.domain.signin.SessionTimeouts;
import java.time.Clock;
import java.time.Instant;

/** Deletes the sessions that nobody can resume any more; any node may do so at any time. */
public final class PurgeSessions {
    private final Sessions sessions;
    private final SessionTimeouts timeouts;
    private final Clock clock;

    /** Purges {@code sessions} that are over by {@code timeouts}. */
    public PurgeSessions(Sessions sessions, SessionTimeouts timeouts, Clock clock) {
        this.sessions = sessions;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many are gone. */
        record Purged(int sessions) implements Outcome {}
    }

    /** Purges. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        return new Outcome.Purged(sessions.purge(now.minus(timeouts.absolute()), now.minus(timeouts.idle())));
    }
}
