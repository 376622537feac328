package dev.gangway.application.signin;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.signin.SessionTimeouts;
import java.time.Clock;
import java.time.Instant;

/** Tells who is signed in, from the session cookie, and notes that they were seen. */
public final class ResumeSession {
    private final Sessions sessions;
    private final RandomTokens tokens;
    private final SessionTimeouts timeouts;
    private final Clock clock;

    /** Resumes sessions within {@code timeouts}. */
    public ResumeSession(Sessions sessions, RandomTokens tokens, SessionTimeouts timeouts, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /** The cookie's value. */
    public record Command(Secret sessionToken) {}

    /** Who is signed in. */
    public sealed interface Outcome {
        /** This user is. */
        record SignedIn(Session session) implements Outcome {}

        /** Nobody is: no such session, or its time is over. */
        record NobodySignedIn() implements Outcome {}
    }

    /** Resumes the session. */
    public Outcome execute(Command command) {
        Digest idHash = tokens.hash(command.sessionToken());
        Session session = sessions.find(idHash);
        Instant now = ApplicationTime.now(clock);
        if (session == null || !timeouts.isAlive(session.signedInAt(), session.lastSeenAt(), now)) {
            return new Outcome.NobodySignedIn();
        }
        if (!now.isBefore(session.lastSeenAt().plus(SessionTimeouts.TOUCH_INTERVAL))) {
            sessions.touch(idHash, now);
        }
        return new Outcome.SignedIn(session);
    }
}
