package dev.gangway.application.partner;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Instant;

/** Revokes a partner credential for good; holds within one second on every node. */
public final class RevokeCredential {
    private final PartnerCredentials credentials;
    private final Clock clock;

    /** Revokes in {@code credentials}. */
    public RevokeCredential(PartnerCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Which one. */
    public record Command(CredentialId credential, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Revoked by this call. */
        record Revoked() implements Outcome {}

        /** It was revoked before. */
        record AlreadyRevoked() implements Outcome {}

        /** There is no such credential. */
        record NoSuchCredential() implements Outcome {}
    }

    /** Revokes it. */
    public Outcome execute(Command command) {
        PartnerCredential credential = credentials.find(command.credential());
        if (credential == null) {
            return new Outcome.NoSuchCredential();
        }
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.CREDENTIAL_REVOKED,
                credential.partnerId(),
                null,
                credential.id().value(),
                command.origin(),
                now);
        return credentials.revoke(credential.id(), now, audit) ? new Outcome.Revoked() : new Outcome.AlreadyRevoked();
    }
}
