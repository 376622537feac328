package dev.gangway.application.auth.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens that a partner signed let it in, by their times and against their attacks. */
class ClientTokenSchemeTest {
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final KeyPair RSA = TokenForge.rsa(2048);

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final AuthenticationScheme scheme = gangway.clientTokenScheme();
    private final Partner partner = gangway.enrol(PartnerBuilder.of("partner").build());
    private final CredentialId id = new CredentialId("cred_01J0000000000000000000000A");
    private final SharedSecrets.New made = gangway.crypto().sharedSecrets().issue(id, partner.id());
    private final String secret = made.secret().value();
    private final long now = gangway.clock().instant().getEpochSecond();

    ClientTokenSchemeTest() {
        store(partner, id, CredentialType.CLIENT_SECRET, made.sealed());
    }

    private void store(Partner owner, CredentialId credential, CredentialType type, CredentialMaterial material) {
        gangway.ports()
                .partnerCredentials()
                .add(
                        new PartnerCredential(
                                credential,
                                owner.id(),
                                type,
                                Scope.DEFAULT,
                                null,
                                gangway.clock().instant(),
                                null,
                                null),
                        material,
                        new AuditEntry(
                                AuditAction.CREDENTIAL_ISSUED,
                                owner.id(),
                                null,
                                credential.value(),
                                InMemoryGangway.ORIGIN,
                                gangway.clock().instant()));
    }

    private Verdict call(String token) {
        ApiCall call =
                new ApiCall("GET", "/portfolio", Map.of("authorization", List.of("Bearer " + token)), "192.0.2.7");
        assertThat(scheme.recognises(call)).isTrue();
        return scheme.authenticate(call);
    }

    private String claims(String members) {
        return "{\"clientId\":\"" + id.value() + "\"" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private String times(long iat, long exp) {
        return claims("\"iat\":" + (now + iat) + ",\"exp\":" + (now + exp));
    }

    private Verdict signed(String claims) {
        return call(TokenForge.hs256(HS256, claims, secret));
    }

    private static @Nullable ErrorCode code(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused ? refused.code() : null;
    }

    private static void assertInvalid(Verdict verdict) {
        assertThat(code(verdict)).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 900",
        "0, 1",
        "-899, 1",
        "30, 930",
        "-900, 0",
        "-929, -29",
    })
    void aTokenWithinItsTimeLetsIn(long iat, long exp) {
        assertThat(signed(times(iat, exp))).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"-930, -30", "-31, -30", "-100000, -99999"})
    void aTokenWhoseTimeIsOverHasExpired(long iat, long exp) {
        assertThat(code(signed(times(iat, exp)))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"0, 901", "0, 86400", "-930, 0", "0, 0", "0, -1", "31, 900", "100000, 100900", "-99999, -90000"})
    void aTokenThatLivesTooLongBackwardsOrInTheFutureIsInvalid(long iat, long exp) {
        assertInvalid(signed(times(iat, exp)));
    }

    @Test
    void aPartnersTokensMayLiveAsLongAsItsFileSays() {
        Partner patient = gangway.enrol(PartnerBuilder.of("patient")
                .tokenLifetime(Duration.ofMinutes(60))
                .build());
        CredentialId its = gangway.ids().credentialId();
        SharedSecrets.New issued = gangway.crypto().sharedSecrets().issue(its, patient.id());
        store(patient, its, CredentialType.CLIENT_SECRET, issued.sealed());
        String claims = "{\"clientId\":\"" + its.value() + "\",\"iat\":" + now + ",\"exp\":";
        assertThat(call(TokenForge.hs256(
                        HS256, claims + (now + 3600) + "}", issued.secret().value())))
                .isInstanceOf(Verdict.Accepted.class);
        assertInvalid(call(TokenForge.hs256(
                HS256, claims + (now + 3601) + "}", issued.secret().value())));
    }

    @Test
    void notBeforeIsHonoured() {
        String times = "\"iat\":" + now + ",\"exp\":" + (now + 900) + ",\"nbf\":";
        assertThat(signed(claims(times + (now + 30)))).isInstanceOf(Verdict.Accepted.class);
        assertInvalid(signed(claims(times + (now + 31))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"iat\":NOW",
                "\"exp\":LATER",
                "\"iat\":NOW,\"exp\":null",
                "\"iat\":NOW,\"exp\":\"LATER\"",
                "\"iat\":\"NOW\",\"exp\":LATER",
                "\"iat\":NOW,\"exp\":1e999",
                "\"iat\":NOW,\"exp\":true",
                "\"iat\":NOW,\"exp\":NOW,\"exp\":LATER"
            })
    void claimsThatAreMissingOrOfAnotherTypeAreInvalid(String members) {
        assertInvalid(
                signed(claims(members.replace("NOW", Long.toString(now)).replace("LATER", Long.toString(now + 900)))));
    }

    @Test
    void nothingSaysExpiredBeforeTheSignatureVerifies() {
        String expired = times(-5000, -4100);
        assertThat(code(signed(expired))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertInvalid(call(TokenForge.hs256(HS256, expired, "another secret of thirty-two bytes or more")));
        String token = TokenForge.hs256(HS256, expired, secret);
        assertInvalid(call(token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BA" : "AA")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "hs256", "HS384", "HS512", "PS256", "EdDSA", ""})
    void theHeaderCannotChooseAnotherAlgorithm(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\"}";
        assertInvalid(call(TokenForge.hs256(header, times(0, 900), secret)));
        assertInvalid(call(TokenForge.unsigned(header, times(0, 900)) + "."));
        assertInvalid(call(TokenForge.unsigned(header, times(0, 900)) + ".AA"));
    }

    @Test
    void aPublicKeyIsNoSecret() {
        CredentialId trusted = gangway.ids().credentialId();
        CredentialMaterial.PublicKey key = gangway.crypto().publicKeys().read("key", TokenForge.pem(RSA.getPublic()));
        store(partner, trusted, CredentialType.PUBLIC_KEY, key);
        String claims = times(0, 900).replace(id.value(), trusted.value());
        assertThat(call(TokenForge.signed("{\"alg\":\"RS256\"}", claims, RSA.getPrivate(), "SHA256withRSA")))
                .isInstanceOf(Verdict.Accepted.class);
        for (String text : List.of(
                key.pem(),
                key.pem().strip(),
                TokenForge.pem(RSA.getPublic()),
                TokenForge.encode(RSA.getPublic().getEncoded()))) {
            assertInvalid(call(TokenForge.hs256(HS256, claims, text)));
        }
        // nor is a signature of one algorithm one of another's
        assertInvalid(call(TokenForge.signed("{\"alg\":\"RS512\"}", claims, RSA.getPrivate(), "SHA256withRSA")));
        KeyPair stranger = TokenForge.rsa(2048);
        assertInvalid(call(TokenForge.signed("{\"alg\":\"RS256\"}", claims, stranger.getPrivate(), "SHA256withRSA")));
    }

    @Test
    void anEcSignatureIsTwoNumbersInTheirRange() {
        KeyPair pair = TokenForge.ec("secp256r1");
        CredentialId trusted = gangway.ids().credentialId();
        store(
                partner,
                trusted,
                CredentialType.PUBLIC_KEY,
                gangway.crypto().publicKeys().read("key", TokenForge.pem(pair.getPublic())));
        String claims = times(0, 900).replace(id.value(), trusted.value());
        String unsigned = TokenForge.unsigned("{\"alg\":\"ES256\"}", claims);
        assertInvalid(call(unsigned + "." + TokenForge.encode(new byte[64])));
        assertInvalid(call(TokenForge.signed("{\"alg\":\"ES256\"}", claims, pair.getPrivate(), "SHA256withECDSA")));
        assertThat(call(TokenForge.signed(
                        "{\"alg\":\"ES256\"}", claims, pair.getPrivate(), "SHA256withECDSAinP1363Format")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"jku\":\"https://evil.example/jwks.json\"}",
                "{\"alg\":\"HS256\",\"x5u\":\"https://evil.example/cert\"}",
                "{\"alg\":\"HS256\",\"jwk\":\"x\"}",
                "{\"alg\":\"HS256\",\"crit\":\"exp\"}",
                "{\"alg\":\"HS256\",\"b64\":false}",
                "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"dpop+jwt\"}"
            })
    void aHeaderThatBringsItsOwnRulesIsInvalidThoughItIsSigned(String header) {
        assertInvalid(call(TokenForge.hs256(header, times(0, 900), secret)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../dev/null", "/dev/null", "' OR 1=1 --", "https://evil.example/key"})
    void aKeyIdIsANameAndNothingElse(String keyId) {
        String header = "{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}";
        assertThat(call(TokenForge.hs256(header, times(0, 900), secret))).isInstanceOf(Verdict.Accepted.class);
        for (String empty : List.of("\u0000", "A")) {
            assertInvalid(call(TokenForge.hs256(header, times(0, 900), empty)));
        }
    }

    @Test
    void aClientIdComparesByteForByte() {
        for (String other : List.of(
                Ascii.lower(id.value()),
                " " + id.value(),
                id.value() + " ",
                id.value().substring(5),
                "cred_" + Ascii.lower(id.value().substring(5)),
                "")) {
            assertInvalid(signed(times(0, 900).replace(id.value(), other)));
        }
    }

    @Test
    void aRespelledTokenIsInvalid() {
        String token = TokenForge.hs256(HS256, times(0, 900), secret);
        assertThat(call(token)).isInstanceOf(Verdict.Accepted.class);
        assertInvalid(call(token + "="));
        assertInvalid(call(token.replaceFirst("\\.", "=.")));
        char last = token.charAt(token.length() - 1);
        // 32 bytes leave two bits of the last character that nobody reads
        assertInvalid(call(token.substring(0, token.length() - 1) + (char) (last + 1)));
    }

    @Test
    void aSigningKeyIsNoClientSecret() {
        CredentialId key = gangway.ids().credentialId();
        SharedSecrets.New signing = gangway.crypto().sharedSecrets().issue(key, partner.id());
        store(partner, key, CredentialType.SIGNING_KEY, signing.sealed());
        assertInvalid(call(TokenForge.hs256(
                HS256,
                times(0, 900).replace(id.value(), key.value()),
                signing.secret().value())));
    }

    @Test
    void aSetThatCannotBeFetchedLetsNobodyIn() {
        CredentialId set = gangway.ids().credentialId();
        store(
                partner,
                set,
                CredentialType.JWKS,
                new CredentialMaterial.KeySetAddress(new WebAddress("https://down.example/jwks.json")));
        String claims = times(0, 900).replace(id.value(), set.value());
        assertInvalid(call(TokenForge.signed("{\"alg\":\"RS256\"}", claims, RSA.getPrivate(), "SHA256withRSA")));
        assertInvalid(call(TokenForge.hs256(HS256, claims, secret)));
    }

    @Test
    void aRefusalTellsHowFarTheClockIsOffAndNothingSecret() {
        Verdict verdict = signed(times(-5000, -4100));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(Objects.requireNonNull(refused.explanation()).clockDifferenceSeconds())
                    .isEqualTo(-5000);
            assertThat(refused.credential()).isEqualTo(id.value());
            assertThat(refused.partner()).isEqualTo(partner.id());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b", "a.b.c.d", "gw_sandbox_0123"})
    void whatIsNotInThreePartsIsLeftToBearerTokens(String token) {
        ApiCall call = InMemoryGangway.callWith("Bearer " + token);
        assertThat(scheme.recognises(call)).isFalse();
        assertThat(gangway.bearerScheme().recognises(call)).isTrue();
        assertThat(gangway.bearerScheme().recognises(InMemoryGangway.callWith("Bearer a.b.c")))
                .isFalse();
    }
}
