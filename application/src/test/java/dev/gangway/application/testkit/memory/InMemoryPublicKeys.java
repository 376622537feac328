package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform's keys and signatures, believed as the platform believes them: no key of a test is an attack. */
final class InMemoryPublicKeys implements PublicKeys {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN ((?:RSA )?PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

    /** What says that a key is an RSA key. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    @Override
    public PublicKey read(String field, String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "is a private key");
        }
        java.security.PublicKey key = key(field, pem);
        boolean strong = key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() >= 2048
                : key instanceof ECPublicKey ec && ec.getParams().toString().matches("(?s).*secp(256|384|521)r1.*");
        if (!strong) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "is too weak");
        }
        return new PublicKey("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
    }

    private static java.security.PublicKey key(String field, String pem) {
        Matcher block = PEM.matcher(pem);
        if (!block.matches()) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "is no public key in PEM");
        }
        try {
            byte[] der = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
            byte[] info = block.group(1).startsWith("RSA") ? wrapped(der) : der;
            String algorithm = HexFormat.of().formatHex(info).contains("2a8648ce3d0201") ? "EC" : "RSA";
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "is no public key in PEM");
        }
    }

    /** A PKCS #1 key of 2048 bits or more as X.509 has it. */
    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.writeBytes(pkcs1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(element(0x03, bits.toByteArray()));
        return element(0x30, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    @Override
    public boolean verify(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        java.security.PublicKey ready = key("key", key.pem());
        boolean fits = switch (algorithm) {
            case HS256 -> false;
            case RS256, RS384, RS512 -> ready instanceof RSAPublicKey;
            case ES256 -> isOn(ready, 256, signature);
            case ES384 -> isOn(ready, 384, signature);
            case ES512 -> isOn(ready, 521, signature);
        };
        String hash = "SHA" + algorithm.name().substring(2);
        try {
            Signature verifier = Signature.getInstance(
                    algorithm.family() == JwsAlgorithm.Family.RSA ? hash + "withRSA" : hash + "withECDSAinP1363Format");
            if (!fits) {
                return false;
            }
            verifier.initVerify(ready);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static boolean isOn(java.security.PublicKey key, int bits, byte[] signature) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == bits
                && signature.length == (bits + 7) / 8 * 2;
    }
}
