package dev.gangway.application.registration;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.LinkId;
import java.time.Clock;
import java.time.Instant;

/** Takes a link out of use. */
public final class RevokeLink {
    private final PartnerLinks links;
    private final Clock clock;

    /** Revokes among {@code links}. */
    public RevokeLink(PartnerLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Which link, who asks and from where. */
    public record Command(LinkId link, Principal principal, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Nobody can use it from now on, be it that nobody could before. */
        record Dead() implements Outcome {}

        /** The partner has no such link. */
        record NoSuchLink() implements Outcome {}
    }

    /** Revokes it. */
    public Outcome execute(Command command) {
        PartnerId partner = command.principal().partner().id();
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.LINK_REVOKED,
                partner,
                command.principal().credentialId(),
                command.link().value(),
                command.origin(),
                now);
        return switch (links.revoke(command.link(), partner, now, audit)) {
            case REVOKED, AS_BEFORE -> new Outcome.Dead();
            case NO_SUCH_LINK -> new Outcome.NoSuchLink();
        };
    }
}
