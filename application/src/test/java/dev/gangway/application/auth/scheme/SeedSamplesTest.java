package dev.gangway.application.auth.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Content;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the samples of the seeds printed when they were run, word for word, with Python 3.11, Node.js 20, bash with openssl 3,
 * jsonwebtoken 9.0.3 and PyJWT 2.6 and 2.15: each lets its partner in. For one request the first three printed the same. The
 * clock of all of them stood at 1708600000.25.
 */
class SeedSamplesTest {
    private static final String KEY_ID = "cred_01J00000000000000000000000";
    private static final String SECRET = "wLq3Vt8Zc1Rk5Yb7Nf0Xs2Hd9Jm4Gp6Qa1Te3Uo5Ci7";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_708_600_000_250L), ZoneOffset.UTC);

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner partner = PartnerBuilder.of("partner").build();

    /** One credential whose secret is the one that the samples were given. */
    private record Known(PartnerCredential credential, Partner partner) implements CredentialLookup, SharedSecrets {
        @Override
        public @Nullable Found byTokenHash(Digest tokenHash) {
            return null;
        }

        @Override
        public @Nullable Found byId(CredentialId id) {
            return id.equals(credential.id()) ? new Found(credential, new SealedSecret("sealed"), partner) : null;
        }

        @Override
        public New issue(CredentialId id, PartnerId owner) {
            throw new UnsupportedOperationException("no sample needs one");
        }

        @Override
        public boolean verify(CredentialId id, PartnerId owner, SealedSecret sealed, byte[] message, byte[] mac) {
            return verify(id, owner, sealed, new String(message, StandardCharsets.UTF_8), mac);
        }

        @Override
        public boolean verify(CredentialId id, PartnerId owner, SealedSecret sealed, String text, byte[] mac) {
            return Arrays.equals(TokenForge.hmac(SECRET, text), mac);
        }
    }

    private Known known(CredentialType type) {
        return new Known(
                new PartnerCredential(
                        new CredentialId(KEY_ID), partner.id(), type, Scope.DEFAULT, null, CLOCK.instant(), null, null),
                partner);
    }

    private Verdict signed(String method, String path, String body, String signature) {
        Known known = known(CredentialType.SIGNING_KEY);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Content content = hash -> {
            hash.add(bytes, bytes.length);
            return Content.Arrival.WHOLE;
        };
        Map<String, List<String>> headers = Map.of(
                "x-api-key", List.of(KEY_ID),
                "x-timestamp", List.of("1708600000"),
                "x-signature", List.of(signature));
        return new SignedRequestScheme(
                        known,
                        known,
                        gangway.crypto().publicKeys(),
                        gangway.crypto().contentHashes(),
                        gangway.ports().signatureMarks(),
                        CLOCK)
                .authenticate(new ApiCall(method, path, headers, "192.0.2.7", content));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /vaults | '' | 0d8eca21086284608de3490880b92203ad0c336e51062b17887a50c26988824b
            POST | /vaults | {"externalId":"cust_123","name":"Alice"} | cdb844b9182a1515313487c86601ac8cc4f37fdc55b1778a23f0ea05d6f5b6b9
            GET  | /api/v1/partner/users?email=a%40b.example&cursor=%2F+x | '' | 4198da16afcd29f05aad5da6f01f898480d08a06cd56a77f2dfca12dd0bb2a58
            POST | /api/v1/partner/register | {"name":"Zoë 🔑"} | b312e4e2b4412aa4f9889884a7813369d35a5c5cc0be5242c69d2c1059327f14
            POST | /api/v1/partner/register | {"name":"a\\\\b\\n 100% %s"} | 1323af81cb1e941afce982b84c8cfb2d4a8b3b8d835671e260b298417aa46625
            """)
    void aSignedRequestOfASampleIsItsPartners(String method, String path, String body, String signature)
            throws GeneralSecurityException {
        assertThat(signRequest(method, path, body)).isEqualTo(signature);
        assertThat(signed(method, path, body, signature))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.principal().partner()).isEqualTo(partner));
        assertThat(signed(method, path + "/", body, signature)).isInstanceOf(Verdict.Refused.class);
        assertThat(signed(method, path, body + " ", signature)).isInstanceOf(Verdict.Refused.class);
    }

    /** The sample in C#, statement by statement: there is no .NET to run it with. */
    private static String signRequest(String method, String path, String body) throws GeneralSecurityException {
        String timestamp = Long.toString(CLOCK.instant().getEpochSecond());
        String bodyHash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        String canonical = timestamp + "\n" + method + "\n" + path + "\n" + bodyHash;
        return HexFormat.of().formatHex(TokenForge.hmac(SECRET, canonical));
    }

    /** What jsonwebtoken printed, and PyJWT the very same. */
    @ParameterizedTest
    @ValueSource(
            strings =
                    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6ImNyZWRfMDFKMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAiLCJpYXQiOjE3MDg2MDAwMDAsImV4cCI6MTcwODYwMDkwMH0.YCCVPd2_gdN2e3kN-nXifccLMBOZgrsBx1xOof7QdzM")
    void aTokenOfASampleIsItsPartners(String token) {
        Known known = known(CredentialType.CLIENT_SECRET);
        Verdict verdict = new ClientTokenScheme(
                        known,
                        gangway.crypto().webTokens(),
                        known,
                        gangway.crypto().publicKeys(),
                        gangway.crypto().keySets(),
                        CLOCK)
                .authenticate(InMemoryGangway.callWith("Bearer " + token));
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }
}
