package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.auth.port.WebTokens.Unverified;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.JwsAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link WebTokens} is held to. */
public interface WebTokensContract {
    /** The header that libraries write. */
    String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    /** Claims as seed 002 has them. */
    String CLAIMS = "{\"clientId\":\"cred_1\",\"iat\":1700000000,\"exp\":1700000900}";

    /** The tokens under test. */
    WebTokens webTokens();

    private @Nullable Unverified read(String header, String claims) {
        return webTokens().read(TokenForge.unsigned(header, claims) + ".c2ln");
    }

    private Unverified read(String claims) {
        return Objects.requireNonNull(read(HEADER, claims));
    }

    @Test
    default void aTokenIsReadAndNotBelieved() {
        Unverified token = Objects.requireNonNull(
                read("{\"alg\":\"ES256\",\"kid\":\"one\"}", "{\"clientId\":\"c\",\"iat\":1,\"exp\":2,\"nbf\":3}"));
        assertThat(token.algorithm()).isEqualTo(JwsAlgorithm.ES256);
        assertThat(token.keyId()).isEqualTo("one");
        assertThat(token.clientId()).isEqualTo("c");
        assertThat(token.issuedAt()).isEqualTo(1);
        assertThat(token.expiresAt()).isEqualTo(2);
        assertThat(token.notBefore()).isEqualTo(3);
        assertThat(token.signature()).isEqualTo("sig".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(token.signed(), StandardCharsets.UTF_8))
                .isEqualTo(TokenForge.unsigned(
                        "{\"alg\":\"ES256\",\"kid\":\"one\"}", "{\"clientId\":\"c\",\"iat\":1,\"exp\":2,\"nbf\":3}"));
        assertThat(token.toString()).doesNotContain("cred");
    }

    @Test
    default void whatIsAbsentIsNull() {
        Unverified token = Objects.requireNonNull(read("{\"alg\":\"HS256\"}", "{}"));
        assertThat(token.keyId()).isNull();
        assertThat(token.clientId()).isNull();
        assertThat(token.issuedAt()).isNull();
        assertThat(token.expiresAt()).isNull();
        assertThat(token.notBefore()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "hs256", "HS384", "HS512", "PS256", "EdDSA", "", "HS256 "})
    default void anAlgorithmThatIsNotSupportedIsNone(String name) {
        Unverified token = read("{\"alg\":\"" + name + "\"}", CLAIMS);
        assertThat(Objects.requireNonNull(token).algorithm()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":null}",
                "{\"alg\":256}",
                "{\"alg\":\"HS256\",\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"crit\":\"exp\"}",
                "{\"alg\":\"HS256\",\"jwk\":\"x\"}",
                "{\"alg\":\"HS256\",\"jku\":\"https://evil.example/keys\"}",
                "{\"alg\":\"HS256\",\"x5u\":\"https://evil.example/keys\"}",
                "{\"alg\":\"HS256\",\"x5c\":\"x\"}",
                "{\"alg\":\"HS256\",\"b64\":false}",
                "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":null}",
                "{\"alg\":\"HS256\",\"kid\":1}",
                "{\"alg\":\"HS256\"",
                "{\"alg\":\"HS256\"}}",
                "{\"alg\":\"HS256\"} x",
                "[]",
                "null",
                ""
            })
    default void aHeaderThatWouldChangeTheRulesOrIsNoneIsRefused(String header) {
        assertThat(read(header, CLAIMS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":\"jwt\",\"alg\":\"HS256\"}",
                "{ \"alg\" : \"HS256\" }",
                "{\"alg\":\"HS256\",\"x-mine\":\"harmless\",\"n\":1}",
                "{\"alg\":\"HS256\",\"kid\":\"../../etc/passwd\"}"
            })
    default void aHarmlessHeaderIsRead(String header) {
        assertThat(read(header, CLAIMS)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientId\":\"a\",\"clientId\":\"b\"}",
                "{\"iat\":1,\"iat\":2}",
                "{\"clientId\":null}",
                "{\"clientId\":7}",
                "{\"exp\":null}",
                "{\"exp\":\"1700000900\"}",
                "{\"exp\":true}",
                "{\"iat\":\"\"}",
                "{\"nbf\":null}",
                "{\"exp\":1e400}",
                "{\"exp\":1E99}",
                "{\"exp\":99999999999999999999}",
                "{\"exp\":01}",
                "{\"exp\":NaN}",
                "{\"exp\":1.}",
                "{\"exp\":0x10}",
                "{\"exp\":1",
                "[]",
                "7",
                "null",
                "",
                "{} {}",
                "{}x"
            })
    default void claimsOfAnotherTypeAreRefused(String claims) {
        assertThat(read(HEADER, claims)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 1700000000",
        "1700000000.999999, 1700000000",
        "1700000000.0, 1700000000",
        "1.7e9, 1700000000",
        "0, 0",
        "-0.5, -1",
        "999999999999, 999999999999"
    })
    default void timesAreRoundedDown(String written, long seconds) {
        assertThat(read("{\"iat\":" + written + "}").issuedAt()).isEqualTo(seconds);
        assertThat(read("{\"exp\":" + written + "}").expiresAt()).isEqualTo(seconds);
        assertThat(read("{\"nbf\":" + written + "}").notBefore()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a", "e30", "e30.e30", "e30.e30.e30.e30", "\u00e9.\u00e9.\u00e9"})
    default void whatIsNoTokenIsNull(String text) {
        assertThat(webTokens().read(text)).isNull();
    }

    @Test
    default void aTokenHasOneSpelling() {
        String token = TokenForge.unsigned(HEADER, CLAIMS) + ".c2lnbg";
        assertThat(webTokens().read(token)).isNotNull();
        for (String added : new String[] {"=", "==", " ", "\n", "\u0000", ".", "%3D"}) {
            assertThat(webTokens().read(token + added)).isNull();
            assertThat(webTokens().read(token.replaceFirst("\\.", added + "."))).isNull();
        }
        // the same bytes by another last character, whose low bits nobody reads
        assertThat(webTokens().read(token.substring(0, token.length() - 1) + "h"))
                .isNull();
        assertThat(webTokens().read(TokenForge.unsigned(HEADER, CLAIMS) + "."))
                .as("no signature")
                .isNull();
    }

    @Test
    default void claimsMustBeValidUtf8() {
        byte[] claims = "{\"clientId\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        claims[13] = (byte) 0xC0;
        String token = TokenForge.encode(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + TokenForge.encode(claims);
        assertThat(webTokens().read(token + ".c2ln")).isNull();
        String utf16 = Base64.getUrlEncoder().withoutPadding().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_16));
        assertThat(webTokens().read(TokenForge.encode(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + utf16 + ".c2ln"))
                .isNull();
    }

    @Test
    default void aTokenHas8192CharactersAtMost() {
        String small = "{\"clientId\":\"c\",\"x\":\"\"}";
        int room = (WebTokens.MAX_LENGTH - TokenForge.unsigned(HEADER, "").length() - ".c2ln".length()) / 4 * 3;
        String padded = small.replace("\"\"", "\"" + "x".repeat(room - small.length()) + "\"");
        assertThat(read(HEADER, padded)).isNotNull();
        assertThat(read(HEADER, padded.replace("xx", "xxxxxxxxxxxx"))).isNull();
        assertThat(webTokens().read("A".repeat(1_000_000))).isNull();
        assertThat(webTokens().read(".".repeat(100_000))).isNull();
    }
}
