package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class InMemoryRequestSigner implements RequestSigner {
    /** What PKCS #8 puts before a SEC 1 key on P-256 of 32 bytes with its public half. */
    private static final byte[] PKCS8_HEAD =
            HexFormat.of().parseHex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d");

    /** The parameters that PKCS #8 names at its own level and SEC 1 inside. */
    private static final byte[] SEC1_PARAMETERS = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    @Override
    public byte[] hmacSha256(Secret key, byte[] message) {
        return new Mac256(key.reveal()).of(message);
    }

    @Override
    public byte[] hmacSha512(Secret key, byte[] message) {
        return hmacSha512(key.reveal().getBytes(StandardCharsets.UTF_8), message);
    }

    @Override
    public byte[] hmacSha512Base64Key(Secret key, byte[] message) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.reveal().strip());
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableKey("base64");
        }
        return hmacSha512(bytes, message);
    }

    private static byte[] hmacSha512(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key, "HmacSHA512"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] es256(Secret pem, byte[] message) {
        PrivateKey key = privateKey(pem.reveal().replace("\\n", "\n"));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey privateKey(String pem) {
        String body = pem.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(body);
            byte[] encoded = pem.contains("EC PRIVATE") ? pkcs8(der) : der;
            // the length of a P-256 key tells it from one on another curve
            if (encoded.length != PKCS8_HEAD.length + 109) {
                throw new UnusableKey("a private key on P-256 in PEM");
            }
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new UnusableKey("a private key on P-256 in PEM");
        }
    }

    private static byte[] pkcs8(byte[] sec1) {
        String hex = HexFormat.of().formatHex(sec1).replace(HexFormat.of().formatHex(SEC1_PARAMETERS), "");
        String bare = hex.replaceFirst("^3077", "306b");
        return HexFormat.of().parseHex(HexFormat.of().formatHex(PKCS8_HEAD) + bare);
    }

    @Override
    public byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
