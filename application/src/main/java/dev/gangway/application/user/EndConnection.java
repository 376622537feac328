package dev.gangway.application.user;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Ends a partner's connection to a user: from then on the partner is told that there is no such user. */
public final class EndConnection {
    private final Withdrawals withdrawals;
    private final Clock clock;

    /** Records in {@code withdrawals}. */
    public EndConnection(Withdrawals withdrawals, Clock clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** To whom, who asks and from where. */
    public record Command(UserId user, Principal principal, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It has ended. */
        record Ended() implements Outcome {}

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Ends it. */
    public Outcome execute(Command command) {
        PartnerId partner = command.principal().partner().id();
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.CONNECTION_ENDED,
                partner,
                command.principal().credentialId(),
                command.user().value(),
                command.origin(),
                now);
        return withdrawals.disconnect(command.user(), partner, now, audit)
                ? new Outcome.Ended()
                : new Outcome.NoSuchUser();
    }
}
