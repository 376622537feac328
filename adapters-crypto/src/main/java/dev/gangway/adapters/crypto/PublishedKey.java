package dev.gangway.adapters.crypto;

import dev.gangway.domain.apikey.JwsAlgorithm;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One key of a set (RFC 7517, 4; RFC 7518, 6).
 *
 * @param keyId null if it has none
 * @param algorithm the only one that it is meant for, null if it does not say
 * @param key sound and strong
 */
record PublishedKey(@Nullable String keyId, @Nullable String algorithm, PublicKey key) {
    /** The key in these members, or null if it is not meant for signatures, is of another kind, or not to be believed. */
    static @Nullable PublishedKey of(Map<String, Object> members) {
        PublicKey key = isForSignatures(members) && isPublic(members) ? key(members) : null;
        if (key == null
                || VerifyingKeys.fault(key) != null
                || !isAbsentOrText(members, "kid")
                || !isAbsentOrText(members, "alg")) {
            return null;
        }
        return new PublishedKey(text(members, "kid"), text(members, "alg"), key);
    }

    /** Whether a token that names {@code wanted}, or none, and says {@code used} may be verified by it. */
    boolean fits(@Nullable String wanted, JwsAlgorithm used) {
        return (wanted == null || wanted.equals(keyId))
                && (algorithm == null || algorithm.equals(used.name()))
                && JwsSignatures.isOfKind(key, used);
    }

    private static boolean isForSignatures(Map<String, Object> members) {
        Object use = members.get("use");
        Object operations = members.get("key_ops");
        return (use == null || use.equals("sig"))
                && (operations == null || (operations instanceof List<?> list && list.contains("verify")));
    }

    /** A key whose private half is published is everybody's. */
    private static boolean isPublic(Map<String, Object> members) {
        return !members.containsKey("d") && !members.containsKey("p") && !members.containsKey("q");
    }

    private static @Nullable PublicKey key(Map<String, Object> members) {
        return switch (text(members, "kty")) {
            case "RSA" -> rsa(number(members, "n"), number(members, "e"));
            case "EC" -> ec(members);
            case null, default -> null;
        };
    }

    private static @Nullable PublicKey rsa(byte @Nullable [] modulus, byte @Nullable [] exponent) {
        return modulus == null || exponent == null
                ? null
                : VerifyingKeys.of(
                        "RSA", new RSAPublicKeySpec(new BigInteger(1, modulus), new BigInteger(1, exponent)));
    }

    private static @Nullable PublicKey ec(Map<String, Object> members) {
        String curve = text(members, "crv");
        byte @Nullable [] x = number(members, "x");
        byte @Nullable [] y = number(members, "y");
        if (curve == null || x == null || y == null) {
            return null;
        }
        return switch (curve) {
            case "P-256" -> ec("secp256r1", 32, x, y);
            case "P-384" -> ec("secp384r1", 48, x, y);
            case "P-521" -> ec("secp521r1", 66, x, y);
            default -> null;
        };
    }

    private static @Nullable PublicKey ec(String curve, int length, byte[] x, byte[] y) {
        if (x.length != length || y.length != length) {
            return null;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return VerifyingKeys.of(
                    "EC",
                    new ECPublicKeySpec(
                            new ECPoint(new BigInteger(1, x), new BigInteger(1, y)),
                            parameters.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + curve, missing);
        }
    }

    private static boolean isAbsentOrText(Map<String, Object> members, String name) {
        return !members.containsKey(name) || members.get(name) instanceof String;
    }

    private static @Nullable String text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    private static byte @Nullable [] number(Map<String, Object> members, String name) {
        String text = text(members, name);
        return text == null ? null : Base64Url.decode(text);
    }
}
