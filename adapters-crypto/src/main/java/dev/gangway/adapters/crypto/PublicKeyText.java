package dev.gangway.adapters.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Public keys as PEM (RFC 7468): {@code PUBLIC KEY}, and the older {@code RSA PUBLIC KEY} of PKCS #1. */
final class PublicKeyText {
    /** A key of 16384 bits has 2.8 thousand characters. */
    private static final int MAX = 16_384;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:RSA )?PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private PublicKeyText() {}

    /** The key of the one PEM block in {@code pem}, or null if there is none or it cannot be read. */
    static @Nullable PublicKey read(String pem) {
        if (pem.length() > MAX) {
            return null;
        }
        // a key that was copied out of a JSON file has the two characters \n where its lines end
        Matcher block = PEM.matcher(pem.replace("\\r", "").replace("\\n", "\n").strip());
        if (!block.matches()) {
            return null;
        }
        try {
            byte[] der = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
            return block.group(1).startsWith("RSA") ? pkcs1(der) : spki(der);
        } catch (IOException | IllegalArgumentException | ClassCastException | IllegalStateException unreadable) {
            return null;
        }
    }

    private static @Nullable PublicKey pkcs1(byte[] der) throws IOException {
        RSAPublicKey key = RSAPublicKey.getInstance(der);
        return Arrays.equals(key.getEncoded("DER"), der)
                ? VerifyingKeys.of("RSA", new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                : null;
    }

    private static @Nullable PublicKey spki(byte[] der) throws IOException {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der);
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        if (!Arrays.equals(info.getEncoded("DER"), der)) {
            return null;
        }
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return VerifyingKeys.of("RSA", new X509EncodedKeySpec(der));
        }
        // a curve that the key brings along instead of naming it may be made to forge (CVE-2020-0601)
        boolean named = algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                && info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier;
        return named ? VerifyingKeys.of("EC", new X509EncodedKeySpec(der)) : null;
    }

    /** The one spelling. */
    static String write(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + LINES.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }
}
