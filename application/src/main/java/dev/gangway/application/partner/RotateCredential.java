package dev.gangway.application.partner;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a credential by a new one of the same type, scopes, limits and label; both are accepted for the overlap. Where
 * the old one was to expire, the new one lives for as long as the old one was to.
 */
public final class RotateCredential {
    private final PartnerCredentials credentials;
    private final NewMaterial materials;
    private final Ids ids;
    private final Clock clock;

    /**
     * Rotates in {@code credentials}.
     *
     * @param secrets asked only where a secret has to be sealed, which needs the master key
     */
    public RotateCredential(
            PartnerCredentials credentials,
            RandomTokens tokens,
            Supplier<SharedSecrets> secrets,
            PublicKeys publicKeys,
            KeySets keySets,
            Ids ids,
            Clock clock) {
        this.credentials = credentials;
        this.materials = new NewMaterial(tokens, secrets, publicKeys, keySets);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Which one.
     *
     * @param overlap how long the old one is still accepted, zero for not at all
     * @param key what the partner brings along, null where we make the secret
     */
    public record Command(
            CredentialId credential,
            Duration overlap,
            @Nullable BroughtKey key,
            RequestOrigin origin) {
        /** Checks the overlap. */
        public Command {
            if (overlap.isNegative()) {
                throw new IllegalArgumentException("An overlap is not negative");
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Rotated; {@code secret} is shown once, null where the partner has it. */
        record Rotated(
                PartnerCredential replacement, @Nullable OutboundSecret secret, Instant oldExpiresAt)
                implements Outcome {}

        /** There is no such credential. */
        record NoSuchCredential() implements Outcome {}

        /** It is expired or revoked; issue a new one instead. */
        record NotActive() implements Outcome {}

        /** A key is missing, or cannot be used. */
        record KeyRefused(KeyFault fault) implements Outcome {}
    }

    /** Rotates it. */
    public Outcome execute(Command command) {
        PartnerCredential old = credentials.find(command.credential());
        if (old == null) {
            return new Outcome.NoSuchCredential();
        }
        Instant now = ApplicationTime.now(clock);
        if (!old.isActive(now)) {
            return new Outcome.NotActive();
        }
        CredentialId id = ids.credentialId();
        return switch (materials.make(id, old.partnerId(), old.type(), command.key())) {
            case NewMaterial.Made.Ready ready -> rotate(command, old, replacement(old, id, now), ready, now);
            case NewMaterial.Made.Refused refused -> new Outcome.KeyRefused(refused.fault());
        };
    }

    private Outcome rotate(
            Command command,
            PartnerCredential old,
            PartnerCredential replacement,
            NewMaterial.Made.Ready made,
            Instant now) {
        Instant wanted = now.plus(command.overlap());
        Instant known = old.expiresAt();
        Instant oldExpiresAt = known != null && known.isBefore(wanted) ? known : wanted;
        AuditEntry audit = new AuditEntry(
                AuditAction.CREDENTIAL_ROTATED, old.partnerId(), null, old.id().value(), command.origin(), now);
        return credentials.rotate(old.id(), oldExpiresAt, replacement, made.material(), audit, now)
                ? new Outcome.Rotated(replacement, made.secret(), oldExpiresAt)
                : new Outcome.NotActive();
    }

    private static PartnerCredential replacement(PartnerCredential old, CredentialId id, Instant now) {
        Instant end = old.issuedUntil();
        return new PartnerCredential(
                id,
                old.partnerId(),
                old.type(),
                old.scopes(),
                old.label(),
                now,
                end == null ? null : now.plus(Duration.between(old.createdAt(), end)),
                null,
                old.limits());
    }
}
