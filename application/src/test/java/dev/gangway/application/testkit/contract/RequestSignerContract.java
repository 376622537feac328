package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.application.source.port.RequestSigner.UnusableKey;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RequestSigner} is held to; the first three are test cases 1, 2 and 4 of RFC 4231. */
public interface RequestSignerContract {
    /** The signer under test. */
    RequestSigner requestSigner();

    private String hmac(String key, byte[] message) {
        return HexFormat.of().formatHex(requestSigner().hmacSha256(Secret.of(key), message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    default void itSignsAsRfc4231Says() {
        assertThat(hmac("\u000B".repeat(20), utf8("Hi There")))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(hmac("Jefe", utf8("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        byte[] message = new byte[50];
        Arrays.fill(message, (byte) 0xCD);
        StringBuilder key = new StringBuilder();
        for (char c = 1; c <= 25; c++) {
            key.append(c);
        }
        assertThat(hmac(key.toString(), message))
                .isEqualTo("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    }

    @Test
    default void theKeyIsItsUtf8Bytes() {
        assertThat(hmac("schl\u00FCssel-\u00DF-\uD83D\uDE00", new byte[] {0, (byte) 0xFF}))
                .isEqualTo("1ae32ebf3be48fe095b10c6b9217310a0180847b9edfc0feb3ac02c034895ee7");
    }

    @Test
    default void aLongKeyAndAnEmptyMessageAreSignedToo() {
        assertThat(hmac("k".repeat(300), new byte[0]))
                .isEqualTo("bc408149daa8e43de046098ef847395ddf9da2484ad428815887386c667d5fdc");
    }

    @Test
    default void itSignsWithSha512AsRfc4231Says() {
        assertThat(hmac512("\u000B".repeat(20), utf8("Hi There")))
                .isEqualTo("87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                        + "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
        assertThat(hmac512("Jefe", utf8("what do ya want for nothing?")))
                .isEqualTo("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    }

    @Test
    default void aBase64KeyIsTheBytesThatItStandsFor() {
        String key = Base64.getEncoder().encodeToString(utf8("Jefe"));
        for (String spelt : new String[] {key, " " + key + "\n"}) {
            assertThat(HexFormat.of()
                            .formatHex(requestSigner()
                                    .hmacSha512Base64Key(Secret.of(spelt), utf8("what do ya want for nothing?"))))
                    .isEqualTo(hmac512("Jefe", utf8("what do ya want for nothing?")));
        }
        assertThatThrownBy(() -> requestSigner().hmacSha512Base64Key(Secret.of("no!base64?"), new byte[0]))
                .isInstanceOf(UnusableKey.class)
                .hasNoCause()
                .hasMessageNotContaining("no!");
    }

    @Test
    default void itHashes() {
        assertThat(HexFormat.of().formatHex(requestSigner().sha256(new byte[0])))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /** One key in the forms that exchanges hand out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIC5thK1FPRSrUikLaGcNqPDvgOLebKWfNKDwIwuuZO1HoAoGCCqGSM49
                AwEHoUQDQgAEMHRqE5pREP/T62mFggvmNFT7PmN/EqTgmSy3U1rR8F6kDf6A69VU
                c/Atp/rTiWJt7bVMcTaNej1oru7fjpxRCw==
                -----END EC PRIVATE KEY-----
                """,
                "-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIC5thK1FPRSrUikLaGcNqPDvgOLebKWfNKDwIwuuZO1HoAoGCCqGSM49"
                        + "\\nAwEHoUQDQgAEMHRqE5pREP/T62mFggvmNFT7PmN/EqTgmSy3U1rR8F6kDf6A69VU"
                        + "\\nc/Atp/rTiWJt7bVMcTaNej1oru7fjpxRCw==\\n-----END EC PRIVATE KEY-----\\n",
                """
                -----BEGIN PRIVATE KEY-----
                MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLm2ErUU9FKtSKQto
                Zw2o8O+A4t5spZ80oPAjC65k7UehRANCAAQwdGoTmlEQ/9PraYWCC+Y0VPs+Y38S
                pOCZLLdTWtHwXqQN/oDr1VRz8C2n+tOJYm3ttUxxNo16PWiu7t+OnFEL
                -----END PRIVATE KEY-----
                """
            })
    default void itSignsForJoseWithAPrivateKeyInPem(String pem) throws GeneralSecurityException {
        byte[] message = utf8("header.payload");
        byte[] signature = requestSigner().es256(Secret.of(pem), message);
        assertThat(signature).hasSize(64);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder()
                        .decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMHRqE5pREP/T62mFggvmNFT7PmN/"
                                + "EqTgmSy3U1rR8F6kDf6A69VUc/Atp/rTiWJt7bVMcTaNej1oru7fjpxRCw=="))));
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
    }

    /** Nothing, no PEM, a damaged one, and a key on P-384. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2VjcmV0LXRoYXQtaXMtbm8tcGVt",
                "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIC5thK1F\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDBkll+Kh4yD+nU3pQts"
                        + "\n+sQnT++JQCbN42aOF0a14u2iOWqhxcLphoLtahIg8GcGSsOhZANiAARSY13XCHat"
                        + "\nHjfpaEyVLceNA9B2wM1DQLPP8gw1xz4Q5JNqsrnht4HiJ96HpU9P/3suuEE3+eCW"
                        + "\n473Fz283BO6ZU95qLnQBtgiZggsTDtNyXCC2K7Q2xuMJJ0C4Y3TSFGo=\n-----END PRIVATE KEY-----\n"
            })
    default void whatIsNoKeyOfThatCurveIsUnusableAndNotQuoted(String pem) {
        assertThatThrownBy(() -> requestSigner().es256(Secret.of(pem), new byte[0]))
                .isInstanceOf(UnusableKey.class)
                .hasNoCause()
                .hasMessage("The secret is not a private key on P-256 in PEM");
    }

    private String hmac512(String key, byte[] message) {
        return HexFormat.of().formatHex(requestSigner().hmacSha512(Secret.of(key), message));
    }
}
