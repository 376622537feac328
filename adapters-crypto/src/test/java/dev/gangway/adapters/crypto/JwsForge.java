package dev.gangway.adapters.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compact JWSs with any header and payload, signed with whatever key the attacker has. */
final class JwsForge {
    private JwsForge() {}

    static String hs256(byte[] key, String header, String payload) {
        return mac("HmacSHA256", key, header, payload);
    }

    static String mac(String algorithm, byte[] key, String header, String payload) {
        String input = part(header) + "." + part(payload);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return input + "." + Base64Url.encode(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    static String part(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
