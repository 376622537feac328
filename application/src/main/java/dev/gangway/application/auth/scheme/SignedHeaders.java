package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.domain.shared.Ascii;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signed request says of itself (seed 004).
 *
 * @param keyId as it was sent
 * @param timestamp seconds since 1970
 * @param mac the signature's 32 bytes
 * @param nonce tells two calls of one second apart, null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record SignedHeaders(
        String keyId, long timestamp, byte[] mac, @Nullable String nonce) {
    private static final List<String> NAMES = List.of("x-api-key", "x-timestamp", "x-signature");
    private static final int MAX_KEY_ID = 128;
    private static final int MAX_DIGITS = 12;
    private static final int MAX_NONCE = 64;
    private static final int HEX_DIGITS = 64;

    /** Whether the call carries any of them. */
    static boolean arePresent(ApiCall call) {
        return NAMES.stream().anyMatch(name -> !call.header(name).isEmpty());
    }

    /** The headers, or null if one is missing, repeated or malformed. */
    static @Nullable SignedHeaders of(ApiCall call) {
        String keyId = only(call, "x-api-key");
        String timestamp = only(call, "x-timestamp");
        String signature = only(call, "x-signature");
        boolean hasNonce = !call.header("x-nonce").isEmpty();
        String nonce = hasNonce ? only(call, "x-nonce") : null;
        if (keyId == null || timestamp == null || signature == null || (hasNonce && nonce == null)) {
            return null;
        }
        boolean wellFormed = isVisible(keyId, MAX_KEY_ID)
                && isTime(timestamp)
                && signature.length() == HEX_DIGITS
                && Ascii.consistsOf(signature, 0, SignedHeaders::isLowerHex)
                && (nonce == null || isVisible(nonce, MAX_NONCE));
        return wellFormed
                ? new SignedHeaders(
                        keyId, Long.parseLong(timestamp), HexFormat.of().parseHex(signature), nonce)
                : null;
    }

    /** The text that the signature is of, with the path and its query exactly as they were sent. */
    String canonical(ApiCall call, String bodyHash) {
        String four = timestamp + "\n" + call.method() + "\n" + call.target() + "\n" + bodyHash;
        return nonce == null ? four : four + "\n" + nonce;
    }

    private static @Nullable String only(ApiCall call, String name) {
        List<String> values = call.header(name);
        return values.size() == 1 ? values.get(0) : null;
    }

    private static boolean isVisible(String text, int max) {
        return !text.isEmpty() && text.length() <= max && Ascii.consistsOf(text, 0, c -> c > ' ' && c <= '~');
    }

    /** Plain digits in their one spelling, so that the number is what was signed. */
    private static boolean isTime(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && (text.length() == 1 || text.charAt(0) != '0')
                && Ascii.consistsOf(text, 0, c -> c >= '0' && c <= '9');
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return "SignedHeaders[" + keyId + "]";
    }
}
