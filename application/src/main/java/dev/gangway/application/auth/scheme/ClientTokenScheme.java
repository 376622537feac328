package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.auth.port.WebTokens.Unverified;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Authorization: Bearer <web token>}, a short-lived token that the partner signs itself (seeds 001, 002 and 003): with
 * a secret that it shares with us, or a private key whose public half we have. The claim {@code clientId} names the
 * credential, and the credential says how the token has to be signed; the token's header chooses nothing. Nothing in the
 * token counts before its signature does, its time least of all.
 */
public final class ClientTokenScheme implements AuthenticationScheme {
    private static final String NAME = "ClientToken";

    private static final List<String> EXPECTED = List.of(
            "A compact JWS in three parts of base64url without padding.",
            "The header's alg is the credential's: HS256 for a client secret, else RS256 to RS512 or ES256 to ES512 as the key is.",
            "The claims clientId (the credential's id), iat and exp are there, iat and exp as numbers of seconds.",
            "exp is after iat, by no more than the partner's tokens may live; iat is now, give or take 30 seconds.");

    /** How far a partner's clock may be off. */
    private static final long SKEW_SECONDS = 30;

    private final CredentialLookup credentials;
    private final WebTokens tokens;
    private final SharedSecrets secrets;
    private final PublicKeys keys;
    private final KeySets keySets;
    private final Decoy decoy;
    private final Clock clock;

    /** Looks client ids up in {@code credentials}. */
    public ClientTokenScheme(
            CredentialLookup credentials,
            WebTokens tokens,
            SharedSecrets secrets,
            PublicKeys keys,
            KeySets keySets,
            Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.secrets = secrets;
        this.keys = keys;
        this.keySets = keySets;
        this.decoy = new Decoy(secrets, keys);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(ApiCall call) {
        String token = BearerHeader.token(call);
        return token != null && BearerHeader.isWebToken(token);
    }

    @Override
    public Verdict authenticate(ApiCall call) {
        String text = BearerHeader.token(call);
        Unverified token = text == null ? null : tokens.read(text);
        if (token == null) {
            return new Seen(null, null, null).refused(ErrorCode.INVALID_TOKEN, "malformed web token");
        }
        Instant now = clock.instant();
        Long ahead = token.issuedAt() == null ? null : token.issuedAt() - now.getEpochSecond();
        JwsAlgorithm algorithm = token.algorithm();
        if (algorithm == null) {
            return new Seen(token.clientId(), null, ahead).refused(ErrorCode.INVALID_TOKEN, "unsupported algorithm");
        }
        CredentialId id = CredentialName.of(token.clientId());
        CredentialLookup.Found found = id == null ? null : credentials.byId(id);
        if (found == null) {
            decoy.verify(algorithm, token.signed(), token.signature());
            return new Seen(token.clientId(), null, ahead).refused(ErrorCode.INVALID_TOKEN, "unknown clientId");
        }
        Seen seen = new Seen(token.clientId(), found.partner().id(), ahead);
        String fault = signatureFault(found, algorithm, token);
        if (fault == null) {
            fault = found.fault(call, now);
        }
        if (fault == null) {
            fault = claimsFault(found, token, now.getEpochSecond());
        }
        if (fault != null) {
            return seen.refused(ErrorCode.INVALID_TOKEN, fault);
        }
        return isExpired(token, now.getEpochSecond())
                ? seen.refused(ErrorCode.TOKEN_EXPIRED, "expired web token")
                : new Verdict.Accepted(Principal.of(found, name()));
    }

    /**
     * What a token said and may be told back.
     *
     * @param clientId as it was sent
     * @param partner whose it is
     * @param ahead how many seconds the token was issued after our now
     */
    private record Seen(
            @Nullable String clientId,
            @Nullable PartnerId partner,
            @Nullable Long ahead) {
        Verdict refused(ErrorCode code, String reason) {
            return new Verdict.Refused(
                    code, reason, clientId, partner, new Explanation(NAME, reason, null, null, ahead, EXPECTED));
        }
    }

    private @Nullable String signatureFault(CredentialLookup.Found found, JwsAlgorithm algorithm, Unverified token) {
        return switch (found.material()) {
            case CredentialMaterial.SealedSecret sealed -> secretFault(found.credential(), sealed, algorithm, token);
            case CredentialMaterial.PublicKey key ->
                keys.verify(key, algorithm, token.signed(), token.signature()) ? null : "not signed by its public key";
            case CredentialMaterial.KeySetAddress address -> keySetFault(address, algorithm, token);
            case CredentialMaterial.TokenHash hash -> notForTokens(algorithm, token);
        };
    }

    private @Nullable String secretFault(
            PartnerCredential credential,
            CredentialMaterial.SealedSecret sealed,
            JwsAlgorithm algorithm,
            Unverified token) {
        return switch (credential.type()) {
            case CLIENT_SECRET -> {
                if (algorithm != JwsAlgorithm.HS256) {
                    decoy.verify(algorithm, token.signed(), token.signature());
                    yield "another algorithm than the credential's";
                }
                yield secrets.verify(credential.id(), credential.partnerId(), sealed, token.signed(), token.signature())
                        ? null
                        : "not signed by its client secret";
            }
            // a signing key signs requests: were it good for tokens too, each could be turned into the other
            case SIGNING_KEY, BEARER, PUBLIC_KEY, JWKS -> notForTokens(algorithm, token);
        };
    }

    private @Nullable String keySetFault(
            CredentialMaterial.KeySetAddress address, JwsAlgorithm algorithm, Unverified token) {
        if (algorithm.family() == JwsAlgorithm.Family.SECRET) {
            decoy.verify(algorithm, token.signed(), token.signature());
            return "another algorithm than the credential's";
        }
        return switch (keySets.verify(address, token.keyId(), algorithm, token.signed(), token.signature())) {
            case VALID -> null;
            case INVALID -> "not signed by a key of its set";
            case UNAVAILABLE -> "its set of keys cannot be fetched";
        };
    }

    private String notForTokens(JwsAlgorithm algorithm, Unverified token) {
        decoy.verify(algorithm, token.signed(), token.signature());
        return "a credential that signs no web tokens";
    }

    private static @Nullable String claimsFault(CredentialLookup.Found found, Unverified token, long now) {
        Long issuedAt = token.issuedAt();
        Long expiresAt = token.expiresAt();
        Long notBefore = token.notBefore();
        if (issuedAt == null || expiresAt == null) {
            return "without iat or exp";
        }
        if (expiresAt <= issuedAt) {
            return "exp is not after iat";
        }
        if (expiresAt - issuedAt > found.partner().tokenLifetime().value().toSeconds()) {
            return "valid for longer than the partner's tokens may be";
        }
        if (issuedAt > now + SKEW_SECONDS) {
            return "issued in the future";
        }
        return notBefore != null && notBefore > now + SKEW_SECONDS ? "not valid yet" : null;
    }

    private static boolean isExpired(Unverified token, long now) {
        Long expiresAt = token.expiresAt();
        return expiresAt == null || now >= expiresAt + SKEW_SECONDS;
    }
}
