package dev.gangway.application.signin;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.Session;
import java.time.Clock;

/** Ends a session, everywhere and at once. */
public final class SignOut {
    private final Sessions sessions;
    private final Clock clock;

    /** Ends sessions of {@code sessions}. */
    public SignOut(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The session to end. */
    public record Command(Session session, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is over, by this call or by one before. */
        record SignedOut() implements Outcome {}
    }

    /** Ends it. */
    public Outcome execute(Command command) {
        Session session = command.session();
        sessions.end(
                session.idHash(),
                new AuditEntry(
                        AuditAction.SIGNED_OUT,
                        null,
                        null,
                        session.userId().value(),
                        command.origin(),
                        ApplicationTime.now(clock)));
        return new Outcome.SignedOut();
    }
}
