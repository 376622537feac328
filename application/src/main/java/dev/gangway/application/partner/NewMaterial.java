package dev.gangway.application.partner;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.OutboundSecret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what a new credential is verified with: a secret of ours, or the key that its partner brings along. */
final class NewMaterial {
    private static final String PEM = "public_key";
    private static final String ADDRESS = "jwks_url";

    private final RandomTokens tokens;
    private final Supplier<SharedSecrets> secrets;
    private final PublicKeys publicKeys;
    private final KeySets keySets;

    NewMaterial(RandomTokens tokens, Supplier<SharedSecrets> secrets, PublicKeys publicKeys, KeySets keySets) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.publicKeys = publicKeys;
        this.keySets = keySets;
    }

    /** What came of it. */
    sealed interface Made {
        /** Made; {@code secret} leaves once, null where there is none. */
        record Ready(CredentialMaterial material, @Nullable OutboundSecret secret) implements Made {}

        /** Not made. */
        record Refused(KeyFault fault) implements Made {}
    }

    /** Makes it for the credential {@code id} of {@code partner}. */
    Made make(CredentialId id, PartnerId partner, CredentialType type, @Nullable BroughtKey brought) {
        boolean needed = switch (type) {
            case BEARER, CLIENT_SECRET, SIGNING_KEY -> false;
            case PUBLIC_KEY, JWKS -> true;
        };
        if (brought == null) {
            return needed ? new Made.Refused(new KeyFault.Missing()) : secret(id, partner, type);
        }
        return switch (brought) {
            case BroughtKey.Pem pem when type == CredentialType.PUBLIC_KEY -> key(pem);
            case BroughtKey.SetAddress address when type == CredentialType.JWKS -> keySet(address);
            case BroughtKey.Pem pem -> new Made.Refused(new KeyFault.Unwanted());
            case BroughtKey.SetAddress address -> new Made.Refused(new KeyFault.Unwanted());
        };
    }

    private Made secret(CredentialId id, PartnerId partner, CredentialType type) {
        if (type == CredentialType.BEARER) {
            OutboundSecret token = tokens.nextBearerToken();
            return new Made.Ready(new CredentialMaterial.TokenHash(tokens.hash(token)), token);
        }
        SharedSecrets.New made = secrets.get().issue(id, partner);
        return new Made.Ready(made.sealed(), made.secret());
    }

    private Made key(BroughtKey.Pem pem) {
        try {
            return new Made.Ready(publicKeys.read(PEM, pem.text()), null);
        } catch (InvalidValue invalid) {
            return new Made.Refused(new KeyFault.Invalid(invalid.explanation()));
        }
    }

    private Made keySet(BroughtKey.SetAddress brought) {
        try {
            if (!brought.url().startsWith("https://")) {
                throw new InvalidValue(ADDRESS, FieldError.INVALID_FORMAT, "must be an https address");
            }
            CredentialMaterial.KeySetAddress address =
                    new CredentialMaterial.KeySetAddress(new WebAddress(brought.url()));
            keySets.check(ADDRESS, address);
            return new Made.Ready(address, null);
        } catch (InvalidValue invalid) {
            return new Made.Refused(new KeyFault.Invalid(invalid.explanation()));
        }
    }
}
