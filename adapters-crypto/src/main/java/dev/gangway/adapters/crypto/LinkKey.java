package dev.gangway.adapters.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** A key with everything that Nimbus needs to sign and verify with it, made once. */
final class LinkKey {
    private final JWSHeader header;
    private final MACSigner signer;
    private final MACVerifier verifier;

    LinkKey(String id, byte[] key) {
        try {
            header = JWSHeader.parse(Base64URL.encode(LinkText.header(id)));
            signer = new MACSigner(key);
            verifier = new MACVerifier(key);
        } catch (JOSEException | ParseException unusable) {
            throw new IllegalStateException("Key " + id + " cannot sign links", unusable);
        }
    }

    /** The compact JWS of {@code payload}, which is ASCII. */
    String sign(String payload) {
        String input = header.toBase64URL() + "." + Base64Url.encode(ascii(payload));
        try {
            return input + "." + signer.sign(header, ascii(input));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A link could not be signed", failed);
        }
    }

    /** Whether this key signed {@code jws}, whose header has been found to be this key's. */
    boolean signed(CompactJws jws) {
        try {
            // with the header of our own, not the token's: nothing but HS256 can come of it
            return verifier.verify(header, ascii(jws.input()), new Base64URL(jws.signature()));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A link could not be verified", failed);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
