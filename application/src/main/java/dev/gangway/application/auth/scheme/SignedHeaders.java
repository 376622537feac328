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
    private static final String KEY = "x-api-key";
    private static final String TIMESTAMP = "x-timestamp";
    private static final String SIGNATURE = "x-signature";
    private static final String NONCE = "x-nonce";
    private static final List<String> NAMES = List.of(KEY, TIMESTAMP, SIGNATURE);
    private static final int MAX_KEY_ID = 128;
    private static final int MAX_DIGITS = 12;
    private static final int MAX_NONCE = 64;
    private static final int HEX_DIGITS = 64;

    /** Whether the call carries any of them. */
    static boolean arePresent(ApiCall call) {
        return NAMES.stream().anyMatch(name -> !call.header(name).isEmpty());
    }

    /** The first header that is missing, repeated or malformed, and what it has to be; null if they can be read. */
    static @Nullable String fault(ApiCall call) {
        if (!isVisible(only(call, KEY), MAX_KEY_ID)) {
            return "X-API-Key missing, repeated or malformed";
        }
        if (!isTime(only(call, TIMESTAMP))) {
            return "X-Timestamp missing, repeated or not seconds since 1970 in plain digits";
        }
        if (!isMac(only(call, SIGNATURE))) {
            return "X-Signature missing, repeated or not 64 lower-case hexadecimal digits";
        }
        boolean nonce = call.header(NONCE).isEmpty() || isVisible(only(call, NONCE), MAX_NONCE);
        return nonce ? null : "X-Nonce repeated or not 1 to 64 visible ASCII characters";
    }

    /** The headers of a call with which {@link #fault} finds none. */
    static SignedHeaders of(ApiCall call) {
        return new SignedHeaders(
                only(call, KEY),
                Long.parseLong(only(call, TIMESTAMP)),
                HexFormat.of().parseHex(only(call, SIGNATURE)),
                call.header(NONCE).isEmpty() ? null : only(call, NONCE));
    }

    /** The text that the signature is of, with the path and its query exactly as they were sent. */
    String canonical(ApiCall call, String bodyHash) {
        String four = timestamp + "\n" + call.method() + "\n" + call.target() + "\n" + bodyHash;
        return nonce == null ? four : four + "\n" + nonce;
    }

    /** The header's only value; empty, as none may be, if it is missing or repeated. */
    private static String only(ApiCall call, String name) {
        List<String> values = call.header(name);
        return values.size() == 1 ? values.get(0) : "";
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

    private static boolean isMac(String text) {
        return text.length() == HEX_DIGITS && Ascii.consistsOf(text, 0, SignedHeaders::isLowerHex);
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return "SignedHeaders[" + keyId + "]";
    }
}
