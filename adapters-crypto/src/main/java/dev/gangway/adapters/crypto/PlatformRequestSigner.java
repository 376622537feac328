package dev.gangway.adapters.crypto;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Base64;

/** The platform's HMAC and ECDSA. */
final class PlatformRequestSigner implements RequestSigner {
    @Override
    public byte[] hmacSha256(Secret key, byte[] message) {
        return Hmac.sha256(utf8(key), message);
    }

    @Override
    public byte[] hmacSha512(Secret key, byte[] message) {
        return Hmac.sha512(utf8(key), message);
    }

    @Override
    public byte[] hmacSha512Base64Key(Secret key, byte[] message) {
        try {
            return Hmac.sha512(Base64.getDecoder().decode(key.reveal().strip()), message);
        } catch (IllegalArgumentException notBase64) {
            // without the cause, whose message quotes a character of the key
            throw new UnusableKey("base64");
        }
    }

    @Override
    public byte[] es256(Secret pem, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(EcPrivateKeys.p256(pem));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no ECDSA with P-256", missing);
        }
    }

    @Override
    public byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    private static byte[] utf8(Secret key) {
        return key.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
