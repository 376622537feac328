package dev.gangway.adapters.crypto;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a compact JWS (RFC 7515, section 7.1), each in its one canonical spelling; nothing is verified yet.
 *
 * @param header the first part, decoded, one character for each byte
 * @param payload the second part, decoded likewise
 * @param input what the signature is over: the first two parts as they were sent
 * @param signature the third part as it was sent
 */
record CompactJws(String header, String payload, String input, String signature) {
    /** The most characters of a token of our own. */
    private static final int MAX_OWN = 2048;

    /** The parts of a token that we made, or null if it is none such. */
    static @Nullable CompactJws parse(String text) {
        return parse(text, MAX_OWN);
    }

    /** The parts of {@code text}, or null if it is too long, has more or fewer, or is spelled otherwise. */
    static @Nullable CompactJws parse(String text, int maxLength) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (text.length() > maxLength || first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            return null;
        }
        String header = decode(text.substring(0, first));
        String payload = decode(text.substring(first + 1, second));
        String signature = text.substring(second + 1);
        if (header == null || payload == null || decode(signature) == null) {
            return null;
        }
        return new CompactJws(header, payload, text.substring(0, second), signature);
    }

    private static @Nullable String decode(String part) {
        byte @Nullable [] bytes = Base64Url.decode(part);
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "CompactJws";
    }
}
