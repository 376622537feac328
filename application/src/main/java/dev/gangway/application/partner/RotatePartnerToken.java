package dev.gangway.application.partner;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Replaces a bearer token by a new one of the same scopes; both are accepted for the overlap. */
public final class RotatePartnerToken {
    private final PartnerCredentials credentials;
    private final RandomTokens tokens;
    private final Ids ids;
    private final Clock clock;

    /** Rotates in {@code credentials}. */
    public RotatePartnerToken(PartnerCredentials credentials, RandomTokens tokens, Ids ids, Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Which one.
     *
     * @param overlap how long the old one is still accepted, zero for not at all
     */
    public record Command(CredentialId credential, Duration overlap, RequestOrigin origin) {
        /** Checks the overlap. */
        public Command {
            if (overlap.isNegative()) {
                throw new IllegalArgumentException("An overlap is not negative");
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Rotated; {@code token} is shown once. */
        record Rotated(PartnerCredential replacement, OutboundSecret token, Instant oldExpiresAt) implements Outcome {}

        /** There is no such credential. */
        record NoSuchCredential() implements Outcome {}

        /** It is expired or revoked; issue a new one instead. */
        record NotActive() implements Outcome {}
    }

    /** Rotates it. */
    public Outcome execute(Command command) {
        PartnerCredential old = credentials.find(command.credential());
        if (old == null) {
            return new Outcome.NoSuchCredential();
        }
        Instant now = ApplicationTime.now(clock);
        Instant wanted = now.plus(command.overlap());
        Instant known = old.expiresAt();
        Instant oldExpiresAt = known != null && known.isBefore(wanted) ? known : wanted;
        OutboundSecret token = tokens.nextBearerToken();
        PartnerCredential replacement = new PartnerCredential(
                ids.credentialId(),
                old.partnerId(),
                old.type(),
                old.scopes(),
                old.label(),
                now,
                null,
                null,
                old.limits());
        AuditEntry audit = new AuditEntry(
                AuditAction.CREDENTIAL_ROTATED, old.partnerId(), null, old.id().value(), command.origin(), now);
        return credentials.rotate(
                        old.id(),
                        oldExpiresAt,
                        replacement,
                        new CredentialMaterial.TokenHash(tokens.hash(token)),
                        audit,
                        now)
                ? new Outcome.Rotated(replacement, token, oldExpiresAt)
                : new Outcome.NotActive();
    }
}
