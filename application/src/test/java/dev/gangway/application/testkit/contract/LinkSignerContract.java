package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LinkSigner} is held to. */
public interface LinkSignerContract {
    /** A link's id. */
    OutboundSecret LINK = new OutboundSecret("0123456789abcdefghijklmnopqrstuvwxyzABCDEFG");

    /** When links are issued here. */
    Instant ISSUED = Instant.parse("2026-03-01T09:00:00.123456Z");

    /** The signer under test; the same within one test. */
    LinkSigner signer();

    /** A signer that has none of the first one's keys. */
    LinkSigner signerOfAnotherRing();

    private String token() {
        return signer().sign(LINK, ISSUED, Instant.parse("2026-03-31T09:00:00Z"))
                .value();
    }

    private void assertForged(String token) {
        assertThat(signer().verify(Secret.of(token))).isNull();
    }

    private static String decoded(String segment) {
        return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void aSignedTokenTellsItsId() {
        assertThat(signer().verify(Secret.of(token()))).isEqualTo(Secret.of(LINK.value()));
    }

    @Test
    default void anExpiredTokenStillTellsItsId() {
        OutboundSecret token = signer().sign(LINK, ISSUED.minusSeconds(99), ISSUED.minusSeconds(9));
        assertThat(signer().verify(Secret.of(token.value()))).isEqualTo(Secret.of(LINK.value()));
    }

    @Test
    default void aTokenIsCompactNamesItsKeyAndFitsAnAddress() {
        assertThat(token())
                .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
                .hasSizeLessThan(500);
        assertThat(decoded(token().split("\\.")[0]))
                .contains("\"alg\":\"HS256\"")
                .contains("\"kid\":");
    }

    @Test
    default void anotherRingsTokenIsForged() {
        OutboundSecret token = signerOfAnotherRing().sign(LINK, ISSUED, ISSUED.plusSeconds(60));
        assertForged(token.value());
    }

    @Test
    default void aTokenWithAnyCharacterAlteredOrMissingIsForged() {
        String token = token();
        String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";
        for (int i = 0; i < token.length(); i++) {
            for (int j = 0; j < characters.length(); j++) {
                if (characters.charAt(j) != token.charAt(i)) {
                    assertForged(token.substring(0, i) + characters.charAt(j) + token.substring(i + 1));
                }
            }
            assertForged(token.substring(0, i));
            assertForged(token.substring(0, i) + token.substring(i + 1));
        }
    }

    @Test
    default void aRespelledTokenIsForged() {
        String token = token();
        String[] segments = token.split("\\.");
        for (String added : new String[] {"=", "==", " ", "\n", "\t", "\r\n", "\u0000", ".", "%3D", "A", "\u00A0"}) {
            assertForged(token + added);
            assertForged(added + token);
            assertForged(segments[0] + added + "." + segments[1] + "." + segments[2]);
            assertForged(segments[0] + "." + segments[1] + added + "." + segments[2]);
        }
        assertForged(token + "." + segments[2]);
        assertForged(token.replace('.', '\uFF0E'));
    }

    @Test
    default void anotherAlgorithmOrAnExchangedPartIsForged() {
        String[] one = token().split("\\.");
        String[] two = signer().sign(
                        new OutboundSecret("another-link-id-another-link-id-another-lin"),
                        ISSUED,
                        ISSUED.plusSeconds(60))
                .value()
                .split("\\.");
        assertForged(one[0] + "." + two[1] + "." + one[2]);
        assertForged(encoded(decoded(one[0]).replace("HS256", "none")) + "." + one[1] + ".");
        assertForged(encoded("{\"alg\":\"none\"}") + "." + one[1] + ".");
        assertForged(encoded(decoded(one[0]).replace("HS256", "HS512")) + "." + one[1] + "." + one[2]);
        assertForged(encoded("{\"alg\":\"HS256\"}") + "." + one[1] + "." + one[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "e30.e30.e30", "a.b.c", "\uD83D\uDE00", "{}", "null"})
    default void whatIsNoTokenIsForged(String token) {
        assertForged(token);
    }

    @Test
    default void anImmenseTokenIsForged() {
        assertForged("A".repeat(1_000_000));
        assertForged("A".repeat(500_000) + "." + "A".repeat(500_000) + "." + "A".repeat(500_000));
        assertForged(".".repeat(100_000));
    }
}
