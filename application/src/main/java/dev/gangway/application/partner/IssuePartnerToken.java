package dev.gangway.application.partner;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Issues a bearer token to a partner. The token leaves in the outcome and is kept nowhere. */
public final class IssuePartnerToken {
    private final Partners partners;
    private final PartnerCredentials credentials;
    private final RandomTokens tokens;
    private final Ids ids;
    private final Clock clock;

    /** Issues to {@code partners}. */
    public IssuePartnerToken(
            Partners partners, PartnerCredentials credentials, RandomTokens tokens, Ids ids, Clock clock) {
        this.partners = partners;
        this.credentials = credentials;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * To whom.
     *
     * @param label what people call it, null for nothing
     */
    public record Command(
            PartnerReference partner, @Nullable String label, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Issued; {@code token} is shown once. */
        record Issued(Partner partner, PartnerCredential credential, OutboundSecret token) implements Outcome {}

        /** There is no such partner. */
        record NoSuchPartner() implements Outcome {}
    }

    /** Issues it. */
    public Outcome execute(Command command) {
        Partner partner = command.partner().resolve(partners);
        if (partner == null) {
            return new Outcome.NoSuchPartner();
        }
        Instant now = ApplicationTime.now(clock);
        OutboundSecret token = tokens.nextBearerToken();
        PartnerCredential credential = new PartnerCredential(
                ids.credentialId(),
                partner.id(),
                CredentialType.BEARER,
                Scope.DEFAULT,
                command.label(),
                now,
                null,
                null);
        credentials.add(
                credential,
                new CredentialMaterial.TokenHash(tokens.hash(token)),
                new AuditEntry(
                        AuditAction.CREDENTIAL_ISSUED,
                        partner.id(),
                        null,
                        credential.id().value(),
                        command.origin(),
                        now));
        return new Outcome.Issued(partner, credential, token);
    }
}
