package dev.gangway.adapters.crypto;

import dev.gangway.domain.apikey.JwsAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** Signatures by public keys as JOSE writes them: RSASSA-PKCS1-v1_5, and ECDSA as R and S (RFC 7518, 3.3 and 3.4). */
final class JwsSignatures {
    private JwsSignatures() {}

    /** Whether {@code signature} is one of {@code signed}; false too where the key is not of the algorithm's kind. */
    static boolean verify(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        return isOfKind(key, algorithm) && isOfForm(key, signature) && verified(key, algorithm, signed, signature);
    }

    /** Whether such a signature could be made with the key at all. */
    static boolean isOfKind(PublicKey key, JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case HS256 -> false;
            case RS256, RS384, RS512 -> key instanceof RSAPublicKey;
            case ES256 -> isOnField(key, 256);
            case ES384 -> isOnField(key, 384);
            case ES512 -> isOnField(key, 521);
        };
    }

    private static boolean isOnField(PublicKey key, int bits) {
        return key instanceof ECPublicKey ec && fieldBits(ec) == bits;
    }

    private static int fieldBits(ECPublicKey key) {
        return key.getParams().getCurve().getField().getFieldSize();
    }

    /** Of exactly the key's length, and R and S of ECDSA at least 1 and less than the order (CVE-2022-21449). */
    private static boolean isOfForm(PublicKey key, byte[] signature) {
        return switch (key) {
            case RSAPublicKey rsa -> signature.length == bytes(rsa.getModulus().bitLength());
            case ECPublicKey ec -> {
                int half = bytes(fieldBits(ec));
                BigInteger order = ec.getParams().getOrder();
                yield signature.length == 2 * half
                        && isBelow(order, Arrays.copyOf(signature, half))
                        && isBelow(order, Arrays.copyOfRange(signature, half, 2 * half));
            }
            default -> false;
        };
    }

    private static boolean isBelow(BigInteger order, byte[] part) {
        BigInteger number = new BigInteger(1, part);
        return number.signum() > 0 && number.compareTo(order) < 0;
    }

    private static int bytes(int bits) {
        return (bits + 7) / 8;
    }

    private static boolean verified(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(name(algorithm));
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException notOne) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java cannot verify " + algorithm, missing);
        }
    }

    private static String name(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case HS256 -> throw new IllegalArgumentException("HS256 has no public key");
            case RS256 -> "SHA256withRSA";
            case RS384 -> "SHA384withRSA";
            case RS512 -> "SHA512withRSA";
            case ES256 -> "SHA256withECDSAinP1363Format";
            case ES384 -> "SHA384withECDSAinP1363Format";
            case ES512 -> "SHA512withECDSAinP1363Format";
        };
    }
}
