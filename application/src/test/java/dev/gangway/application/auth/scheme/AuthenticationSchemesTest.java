package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.testkit.contract.AuthenticationSchemeContract;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.testkit.memory.InMemoryKeySets;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.OutboundSecret;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;

/** All ways for a partner to prove itself keep one contract. */
class AuthenticationSchemesTest {
    private final InMemoryGangway gangway = new InMemoryGangway();

    private record Held(CredentialMaterial material, String secret, Supplier<Map<String, List<String>>> made)
            implements AuthenticationSchemeContract.Holder {
        @Override
        public Map<String, List<String>> headers() {
            return made.get();
        }
    }

    private String claims(CredentialId id) {
        long now = gangway.clock().instant().getEpochSecond();
        return "{\"clientId\":\"" + id.value() + "\",\"iat\":" + now + ",\"exp\":" + (now + 900) + "}";
    }

    private static Map<String, List<String>> bearer(String token) {
        return Map.of("authorization", List.of("Bearer " + token));
    }

    /** A scheme with one kind of its credentials. */
    abstract class Way implements AuthenticationSchemeContract {
        private final AuthenticationScheme scheme;
        private final CredentialType type;
        private final ErrorCode refusal;

        Way(AuthenticationScheme scheme, CredentialType type, ErrorCode refusal) {
            this.scheme = scheme;
            this.type = type;
            this.refusal = refusal;
        }

        @Override
        public InMemoryGangway gangway() {
            return gangway;
        }

        @Override
        public AuthenticationScheme scheme() {
            return scheme;
        }

        @Override
        public CredentialType type() {
            return type;
        }

        @Override
        public ErrorCode refusal() {
            return refusal;
        }
    }

    @Nested
    class Bearer extends Way {
        Bearer() {
            super(gangway.bearerScheme(), CredentialType.BEARER, ErrorCode.INVALID_TOKEN);
        }

        @Override
        public Holder holder(CredentialId id, Partner partner) {
            OutboundSecret token = gangway.crypto().randomTokens().nextBearerToken();
            return new Held(
                    new CredentialMaterial.TokenHash(
                            gangway.crypto().randomTokens().hash(token)),
                    token.value(),
                    () -> bearer(token.value()));
        }
    }

    @Nested
    class ClientSecret extends Way {
        ClientSecret() {
            super(gangway.clientTokenScheme(), CredentialType.CLIENT_SECRET, ErrorCode.INVALID_TOKEN);
        }

        @Override
        public Holder holder(CredentialId id, Partner partner) {
            SharedSecrets.New made = gangway.crypto().sharedSecrets().issue(id, partner.id());
            String secret = made.secret().value();
            return new Held(
                    made.sealed(),
                    secret,
                    () -> bearer(TokenForge.hs256("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims(id), secret)));
        }
    }

    @Nested
    class TrustedKey extends Way {
        TrustedKey() {
            super(gangway.clientTokenScheme(), CredentialType.PUBLIC_KEY, ErrorCode.INVALID_TOKEN);
        }

        @Override
        public Holder holder(CredentialId id, Partner partner) {
            KeyPair pair = TokenForge.ec("secp256r1");
            return new Held(
                    gangway.crypto().publicKeys().read("key", TokenForge.pem(pair.getPublic())),
                    TokenForge.encode(pair.getPrivate().getEncoded()),
                    () -> bearer(TokenForge.signed(
                            "{\"alg\":\"ES256\"}", claims(id), pair.getPrivate(), "SHA256withECDSAinP1363Format")));
        }
    }

    @Nested
    class TrustedKeySet extends Way {
        TrustedKeySet() {
            super(gangway.clientTokenScheme(), CredentialType.JWKS, ErrorCode.INVALID_TOKEN);
        }

        @Override
        public Holder holder(CredentialId id, Partner partner) {
            KeyPair pair = TokenForge.ec("secp384r1");
            CredentialMaterial.KeySetAddress address =
                    new CredentialMaterial.KeySetAddress(new WebAddress("https://partner.example/" + pair.hashCode()));
            gangway.crypto()
                    .keySets()
                    .publish(
                            address,
                            List.of(new InMemoryKeySets.Published(
                                    "one",
                                    gangway.crypto().publicKeys().read("key", TokenForge.pem(pair.getPublic())))));
            return new Held(
                    address,
                    TokenForge.encode(pair.getPrivate().getEncoded()),
                    () -> bearer(TokenForge.signed(
                            "{\"alg\":\"ES384\",\"kid\":\"one\"}",
                            claims(id),
                            pair.getPrivate(),
                            "SHA384withECDSAinP1363Format")));
        }
    }

    @Nested
    class SignedRequest extends Way {
        SignedRequest() {
            super(gangway.signedRequestScheme(), CredentialType.SIGNING_KEY, ErrorCode.UNAUTHORIZED);
        }

        @Override
        public Holder holder(CredentialId id, Partner partner) {
            SharedSecrets.New made = gangway.crypto().sharedSecrets().issue(id, partner.id());
            String secret = made.secret().value();
            return new Held(made.sealed(), secret, () -> {
                String timestamp = Long.toString(gangway.clock().instant().getEpochSecond());
                String canonical = timestamp + "\nGET\n/api/v1/partner/whoami\n"
                        + gangway.crypto().contentHashes().start().hex();
                return Map.of(
                        "x-api-key",
                        List.of(id.value()),
                        "x-timestamp",
                        List.of(timestamp),
                        "x-signature",
                        List.of(HexFormat.of().formatHex(TokenForge.hmac(secret, canonical))));
            });
        }
    }
}
