package dev.gangway.application.partner;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialLimits;
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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Issues a credential to a partner. A secret that we make leaves in the outcome; nobody can read it afterwards. */
public final class IssueCredential {
    private final Partners partners;
    private final PartnerCredentials credentials;
    private final NewMaterial materials;
    private final Ids ids;
    private final Clock clock;

    /**
     * Issues to {@code partners}.
     *
     * @param secrets asked only where a secret has to be sealed, which needs the master key
     */
    public IssueCredential(
            Partners partners,
            PartnerCredentials credentials,
            RandomTokens tokens,
            Supplier<SharedSecrets> secrets,
            PublicKeys publicKeys,
            KeySets keySets,
            Ids ids,
            Clock clock) {
        this.partners = partners;
        this.credentials = credentials;
        this.materials = new NewMaterial(tokens, secrets, publicKeys, keySets);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What, and to whom.
     *
     * @param expiresAt the first instant at which it is no longer accepted, null for never
     * @param label what people call it, null for nothing
     * @param key what the partner brings along, null where we make the secret
     */
    public record Command(
            PartnerReference partner,
            CredentialType type,
            Set<Scope> scopes,
            CredentialLimits limits,
            @Nullable Instant expiresAt,
            @Nullable String label,
            @Nullable BroughtKey key,
            RequestOrigin origin) {
        /** A bearer token as it is where nobody asks for more: of the usual scopes, for good. */
        public static Command bearer(
                PartnerReference partner, CredentialLimits limits, @Nullable String label, RequestOrigin origin) {
            return new Command(partner, CredentialType.BEARER, Scope.DEFAULT, limits, null, label, null, origin);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Issued; {@code secret} is shown once, null where the partner has it. */
        record Issued(
                Partner partner,
                PartnerCredential credential,
                @Nullable OutboundSecret secret) implements Outcome {}

        /** There is no such partner. */
        record NoSuchPartner() implements Outcome {}

        /** It would have expired before anybody could use it. */
        record ExpiredAlready() implements Outcome {}

        /** A key is missing, or cannot be used. */
        record KeyRefused(KeyFault fault) implements Outcome {}
    }

    /** Issues it. */
    public Outcome execute(Command command) {
        Partner partner = command.partner().resolve(partners);
        if (partner == null) {
            return new Outcome.NoSuchPartner();
        }
        Instant now = ApplicationTime.now(clock);
        if (command.expiresAt() != null && !command.expiresAt().isAfter(now)) {
            return new Outcome.ExpiredAlready();
        }
        CredentialId id = ids.credentialId();
        PartnerCredential credential = new PartnerCredential(
                id,
                partner.id(),
                command.type(),
                command.scopes(),
                command.label(),
                now,
                command.expiresAt(),
                null,
                command.limits());
        return switch (materials.make(id, partner.id(), command.type(), command.key())) {
            case NewMaterial.Made.Ready ready -> {
                AuditEntry audit = new AuditEntry(
                        AuditAction.CREDENTIAL_ISSUED, partner.id(), null, id.value(), command.origin(), now);
                credentials.add(credential, ready.material(), audit);
                yield new Outcome.Issued(partner, credential, ready.secret());
            }
            case NewMaterial.Made.Refused refused -> new Outcome.KeyRefused(refused.fault());
        };
    }
}
