package dev.gangway.adapters.crypto;

import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.Ascii;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token's header says of itself (RFC 7515, 4.1). Members that would have the verifier change its rules or take a
 * key from the token or from where it points are refused, not ignored; what else is unknown is harmless and ignored.
 *
 * @param algorithm null if it is none that Gangway knows, {@code none} among them
 * @param keyId null if absent
 */
record TokenHeader(
        @Nullable JwsAlgorithm algorithm, @Nullable String keyId) {
    private static final Set<String> REFUSED =
            Set.of("crit", "b64", "jwk", "jku", "x5u", "x5c", "zip", "enc", "epk", "apu", "apv", "p2s", "p2c");

    private static final int MAX_KEY_ID = 255;

    /** The header in these bytes, or null if it is malformed or holds a member that is refused. */
    static @Nullable TokenHeader read(byte[] utf8) {
        Map<String, Object> members = JsonText.object(utf8);
        if (members == null
                || members.keySet().stream().anyMatch(REFUSED::contains)
                || !(members.get("alg") instanceof String name)
                || !isWebToken(members)
                || !isKeyId(members)) {
            return null;
        }
        return new TokenHeader(JwsAlgorithm.named(name), members.get("kid") instanceof String kid ? kid : null);
    }

    private static boolean isWebToken(Map<String, Object> members) {
        return !members.containsKey("typ")
                || (members.get("typ") instanceof String type && Ascii.equalsIgnoringCase(type, "JWT"));
    }

    private static boolean isKeyId(Map<String, Object> members) {
        return !members.containsKey("kid")
                || (members.get("kid") instanceof String kid && !kid.isEmpty() && kid.length() <= MAX_KEY_ID);
    }
}
