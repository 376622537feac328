package dev.gangway.bootstrap.demo.sixpence.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a request to the API is signed: lowercase hexadecimal HMAC-SHA256 over
 * {@code timestamp \n METHOD \n path-with-query}, the path exactly as it was sent, the key being the UTF-8 bytes of the
 * API secret.
 */
final class SignedRequests {

    private static final String ALGORITHM = "HmacSHA256";

    private SignedRequests() {}

    static String signature(String secret, String timestamp, String method, String pathAndQuery) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String message = timestamp + "\n" + method + "\n" + pathAndQuery;
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Compares in a time that does not tell how much of a guess was right. */
    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
