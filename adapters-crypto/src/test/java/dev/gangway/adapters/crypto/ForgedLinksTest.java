package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that an attacker makes, most of them even with our key in hand. */
class ForgedLinksTest {
    private static final String JTI = "aVeryRandomIdOfFortyThreeCharactersInAll012";

    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final String kid = fixture.only(KeyPurpose.LINKS).id();
    private final byte[] key = fixture.bytesOf(fixture.only(KeyPurpose.LINKS));
    private final String header = LinkText.header(kid);
    private final String claims = LinkText.claims(JTI, 1_795_335_300L, 1_797_927_300L);

    @Test
    void theForgeItselfWorks() {
        assertThat(crypto.linkSigner().verify(Secret.of(JwsForge.hs256(key, header, claims))))
                .isEqualTo(Secret.of(JTI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256 ", "hs256"})
    void withoutASignatureNothingIsALink(String algorithm) {
        String open = JwsForge.part("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}") + "."
                + JwsForge.part(claims) + ".";

        isForged(open);
        isForged(open + JwsForge.hs256(key, header, claims).split("\\.", -1)[2]);
        isForged(JwsForge.part(header) + "." + JwsForge.part(claims) + ".");
    }

    static Stream<String> headers() {
        return Stream.of(
                "{}",
                "{\"alg\":\"HS256\"}",
                "{\"kid\":\"KID\"}",
                "{\"kid\":\"KID\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\", \"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\"} ",
                "{\"alg\":\"HS256\",\"kid\":\"KID\"}\n",
                "\uFEFF{\"alg\":\"HS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS\\u003256\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"alg\":\"none\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS384\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS512\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"KID\"}",
                "{\"alg\":[\"HS256\"],\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"b64\":true}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"zip\":\"DEF\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"cty\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"jku\":\"https://attacker.example/keys\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"x5u\":\"https://attacker.example/chain\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"x5c\":[\"AA==\"]}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
                "{\"alg\":\"HS256\",\"kid\":null}",
                "{\"alg\":\"HS256\",\"kid\":7}",
                "{\"alg\":\"HS256\",\"kid\":\"\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\\u0000\"}",
                "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
                "{\"alg\":\"HS256\",\"kid\":\"' or '1'='1\"}",
                "{\"alg\":\"HS256\",\"kid\":\"" + "K".repeat(33) + "\"}",
                "[\"alg\",\"HS256\"]",
                "null",
                "");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void noOtherHeaderIsOursEvenUnderOurKey(String other) {
        isForged(JwsForge.hs256(key, other.replace("KID", kid), claims));
    }

    static Stream<String> payloads() {
        String jti = "\"jti\":\"" + JTI + "\"";
        return Stream.of(
                "",
                "{}",
                "null",
                "{" + jti + "}",
                "{" + jti + ",\"iat\":1,\"exp\":2}",
                "{" + jti + ",\"iat\":1,\"exp\":2,\"aud\":\"gangway/other\"}",
                "{" + jti + ",\"iat\":1,\"exp\":2,\"aud\":[\"gangway/redirect\"]}",
                "{" + jti + ",\"iat\":1,\"exp\":null,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":1,\"exp\":\"2\",\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":1,\"exp\":2.0,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":1,\"exp\":2e9,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":-1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":01,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":1,\"aud\":\"gangway/redirect\"}",
                "{" + jti + ",\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\",\"sub\":\"usr_1\"}",
                "{" + jti + "," + jti + ",\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{\"jti\":7,\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{\"jti\":null,\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{\"jti\":[\"" + JTI + "\"],\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{\"jti\":\"short\",\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "{\"jti\":\"" + JTI + "é\",\"iat\":1,\"exp\":2,\"aud\":\"gangway/redirect\"}",
                "[" + "[".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noOtherClaimsAreALinkEvenUnderOurKey(String other) {
        isForged(JwsForge.hs256(key, header, other));
    }

    @Test
    void anotherAlgorithmUnderOurKeyIsNotHs256() {
        isForged(JwsForge.mac("HmacSHA384", key, header, claims));
        isForged(JwsForge.mac("HmacSHA512", key, header, claims));
        isForged(JwsForge.mac("HmacSHA1", key, header, claims));
        isForged(JwsForge.mac("HmacSHA512", key, header.replace("HS256", "HS512"), claims));
    }

    @Test
    void aPublicKeyIsNoSecret() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String input = JwsForge.part(header.replace("HS256", "RS256")) + "." + JwsForge.part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));

        isForged(input + "." + Base64Url.encode(signature.sign()));
        isForged(JwsForge.hs256(pair.getPublic().getEncoded(), header, claims));
    }

    @Test
    void aKeyOfAnotherPurposeSignsNoLink() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (purpose != KeyPurpose.LINKS) {
                byte[] other = fixture.bytesOf(fixture.only(purpose));
                isForged(JwsForge.hs256(
                        other, LinkText.header(fixture.only(purpose).id()), claims));
                isForged(JwsForge.hs256(other, header, claims));
            }
        }
    }

    @Test
    void keysThatAnybodyKnowsSignNoLink() {
        isForged(JwsForge.hs256(new byte[1], header, claims));
        isForged(JwsForge.hs256(new byte[32], header, claims));
        isForged(JwsForge.hs256(kid.getBytes(StandardCharsets.US_ASCII), header, claims));
        isForged(JwsForge.hs256(new byte[32], LinkText.header("unknownKeyId"), claims));
    }

    private void isForged(String token) {
        assertThat(crypto.linkSigner().verify(Secret.of(token))).isNull();
    }
}
