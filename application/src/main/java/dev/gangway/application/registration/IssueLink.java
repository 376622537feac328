package dev.gangway.application.registration;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.LinkIssuer;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Issues a fresh redirect link for a user that is there, with the power that a registration's would have. */
public final class IssueLink {
    private final PartnerLinks links;
    private final LinkIssuer issuer;
    private final Clock clock;

    /** @param baseUrl where the redirect links lead, scheme and authority without a trailing slash */
    public IssueLink(PartnerLinks links, LinkSigner signer, RandomTokens tokens, Ids ids, Clock clock, String baseUrl) {
        this.links = links;
        this.issuer = new LinkIssuer(signer, tokens, ids, baseUrl);
        this.clock = clock;
    }

    /** For whom, who asks and from where. */
    public record Command(UserId user, Principal principal, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The link is live, the older ones are not.
         *
         * @param id what the partner calls it
         * @param url the link, to be shown once
         * @param expiresAt when it dies, whole seconds
         */
        record Issued(LinkId id, OutboundSecret url, Instant expiresAt) implements Outcome {}

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Issues it. */
    public Outcome execute(Command command) {
        Partner partner = command.principal().partner();
        Instant now = ApplicationTime.now(clock);
        LinkIssuer.Prepared prepared = issuer.prepare(partner, now);
        NewLink link = prepared.of(command.user());
        AuditEntry audit = new AuditEntry(
                AuditAction.LINK_ISSUED,
                partner.id(),
                command.principal().credentialId(),
                command.user().value(),
                command.origin(),
                now);
        return links.issue(link, audit)
                ? new Outcome.Issued(link.id(), prepared.url(), prepared.expiresAt())
                : new Outcome.NoSuchUser();
    }
}
