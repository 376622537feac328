package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

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
}
