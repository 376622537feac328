package dev.gangway.adapters.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.KeySpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which public keys are strong and sound enough to believe, however they came in. */
final class VerifyingKeys {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 16_384;

    /** Small exponents have been the start of forgeries (FIPS 186-5, A.1.1), and immense ones cost our time. */
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65_537);

    private static final int MAX_EXPONENT_BITS = 64;

    private static final Set<Integer> FIELD_BITS = Set.of(256, 384, 521);

    /** By these primes a modulus tells that it was made by the library of CVE-2017-15361, which anybody can factor. */
    private static final int[] TELLING_PRIMES = {
        11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157
    };

    private VerifyingKeys() {}

    /** The key, or null if the platform cannot make one of {@code spec}. */
    static @Nullable PublicKey of(String algorithm, KeySpec spec) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException | RuntimeException notOne) {
            return null;
        }
    }

    /** Why the key is not accepted, as the end of a sentence about it; null if it is. */
    static @Nullable String fault(@Nullable PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> fault(rsa);
            case ECPublicKey ec -> fault(ec);
            case null, default -> "must be an RSA key or an EC key on P-256, P-384 or P-521";
        };
    }

    private static @Nullable String fault(RSAPublicKey key) {
        BigInteger modulus = key.getModulus();
        BigInteger exponent = key.getPublicExponent();
        if (modulus.bitLength() < MIN_RSA_BITS || modulus.bitLength() > MAX_RSA_BITS) {
            return "must have 2048 to 16384 bits";
        }
        if (exponent.compareTo(MIN_EXPONENT) < 0
                || exponent.bitLength() > MAX_EXPONENT_BITS
                || !exponent.testBit(0)
                || !modulus.testBit(0)) {
            return "must have an odd modulus and an odd exponent of 65537 or more";
        }
        return isFactorable(modulus) ? "was made by a library whose keys can be factored (CVE-2017-15361)" : null;
    }

    /** Whether the modulus is a power of 65537 by every telling prime, which one in 2^27 sound ones is by chance. */
    private static boolean isFactorable(BigInteger modulus) {
        for (int prime : TELLING_PRIMES) {
            int rest = modulus.mod(BigInteger.valueOf(prime)).intValue();
            int power = 1;
            boolean found = false;
            for (int i = 0; i < prime && !found; i++) {
                found = power == rest;
                power = power * (65_537 % prime) % prime;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String fault(ECPublicKey key) {
        ECParameterSpec parameters = key.getParams();
        EllipticCurve curve = parameters.getCurve();
        if (!(curve.getField() instanceof ECFieldFp field)
                || !FIELD_BITS.contains(field.getFieldSize())
                || !isNamed(parameters)) {
            return "must be on P-256, P-384 or P-521";
        }
        ECPoint point = key.getW();
        BigInteger p = field.getP();
        if (point.equals(ECPoint.POINT_INFINITY)
                || isOutside(point.getAffineX(), p)
                || isOutside(point.getAffineY(), p)) {
            return "must be a point of its curve";
        }
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return y.multiply(y).subtract(right).mod(p).signum() == 0 ? null : "must be a point of its curve";
    }

    /** By the parameters' name as the platform prints it: of other curves some have fields as wide. */
    private static boolean isNamed(ECParameterSpec parameters) {
        String name = parameters.toString();
        return name.contains("secp256r1") || name.contains("secp384r1") || name.contains("secp521r1");
    }

    private static boolean isOutside(BigInteger coordinate, BigInteger p) {
        return coordinate.signum() < 0 || coordinate.compareTo(p) >= 0;
    }
}
