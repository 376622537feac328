package dev.gangway.adapters.crypto;

import dev.gangway.domain.shared.Ascii;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64url without padding (RFC 4648, section 5), in which every value has exactly one spelling. */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * The bytes of {@code text}, or null if it is not exactly what {@link #encode} makes of them. The decoder alone also
     * takes padding and changed trailing bits.
     */
    static byte @Nullable [] decode(String text) {
        byte[] bytes;
        try {
            bytes = DECODER.decode(text);
        } catch (IllegalArgumentException notBase64Url) {
            return null;
        }
        return encode(bytes).equals(text) ? bytes : null;
    }

    /** Whether {@code text} consists of the alphabet's 64 characters alone. */
    static boolean isAlphabet(String text) {
        return Ascii.consistsOf(text, 0, c -> Base62.isDigit(c) || c == '-' || c == '_');
    }
}
