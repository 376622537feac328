package dev.gangway.application.user;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Takes back a source that the partner sent. */
public final class RemovePartnerSource {
    private final Withdrawals withdrawals;
    private final Clock clock;

    /** Records in {@code withdrawals}. */
    public RemovePartnerSource(Withdrawals withdrawals, Clock clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** Which source of whom, who asks and from where. */
    public record Command(UserId user, SourceId source, Principal principal, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is not the partner's, be it since now or since before. */
        record Gone() implements Outcome {}

        /** The partner has sent no such source of this user. */
        record NoSuchSource() implements Outcome {}

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Removes it. */
    public Outcome execute(Command command) {
        PartnerId partner = command.principal().partner().id();
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.SOURCE_REMOVED,
                partner,
                command.principal().credentialId(),
                command.source().value(),
                command.origin(),
                now);
        return switch (withdrawals.remove(command.user(), command.source(), partner, now, audit)) {
            case REMOVED, AS_BEFORE -> new Outcome.Gone();
            case NO_SUCH_SOURCE -> new Outcome.NoSuchSource();
            case NO_SUCH_USER -> new Outcome.NoSuchUser();
        };
    }
}
