package dev.gangway.adapters.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compact JWS with HS256. What may stand in the header and the claims is fixed to the byte ({@link LinkText}), so that
 * nothing in a token chooses how the token is verified, and a token has one spelling.
 */
final class NimbusLinkSigner implements LinkSigner {
    private static final int MAX_LENGTH = 2048;

    private final KeyRingReader ring;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    NimbusLinkSigner(KeyRingReader ring) {
        this.ring = ring;
    }

    @Override
    public OutboundSecret sign(OutboundSecret linkId, Instant issuedAt, Instant expiresAt) {
        Prepared key = prepare(ring.active(KeyPurpose.LINKS));
        String claims = LinkText.claims(linkId.value(), issuedAt.getEpochSecond(), expiresAt.getEpochSecond());
        if (!linkId.value().equals(LinkText.idIn(claims))) {
            throw new IllegalArgumentException("A link's id is 22 to 128 characters of base64url");
        }
        String input = key.header.toBase64URL() + "." + Base64Url.encode(claims.getBytes(StandardCharsets.US_ASCII));
        try {
            return new OutboundSecret(
                    input + "." + key.signer.sign(key.header, input.getBytes(StandardCharsets.US_ASCII)));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A link could not be signed", failed);
        }
    }

    @Override
    public @Nullable Secret verify(Secret token) {
        String text = token.reveal();
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (text.length() > MAX_LENGTH || first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            return null;
        }
        byte @Nullable [] header = Base64Url.decode(text.substring(0, first));
        byte @Nullable [] claims = Base64Url.decode(text.substring(first + 1, second));
        byte @Nullable [] signature = Base64Url.decode(text.substring(second + 1));
        if (header == null || claims == null || signature == null) {
            return null;
        }
        String keyId = LinkText.keyIdIn(new String(header, StandardCharsets.ISO_8859_1));
        RingKey key = keyId == null ? null : ring.usable(KeyPurpose.LINKS, keyId);
        if (key == null || !isSigned(prepare(key), text.substring(0, second), text.substring(second + 1))) {
            return null;
        }
        String id = LinkText.idIn(new String(claims, StandardCharsets.ISO_8859_1));
        return id == null ? null : Secret.of(id);
    }

    private static boolean isSigned(Prepared key, String input, String signature) {
        try {
            // the header is our own, not the token's: nothing but HS256 can come of it
            return key.verifier.verify(key.header, input.getBytes(StandardCharsets.US_ASCII), new Base64URL(signature));
        } catch (JOSEException failed) {
            throw new IllegalStateException("A link could not be verified", failed);
        }
    }

    private Prepared prepare(RingKey key) {
        Prepared ready = prepared.get(key.id());
        return ready == null ? prepared.computeIfAbsent(key.id(), id -> Prepared.of(key)) : ready;
    }

    /** A key with what Nimbus needs, made once. */
    private record Prepared(JWSHeader header, MACSigner signer, MACVerifier verifier) {
        static Prepared of(RingKey key) {
            try {
                byte[] bytes = key.key().forNimbus();
                return new Prepared(
                        JWSHeader.parse(Base64URL.encode(LinkText.header(key.id()))),
                        new MACSigner(bytes),
                        new MACVerifier(bytes));
            } catch (JOSEException | ParseException unusable) {
                throw new IllegalStateException("Key " + key.id() + " cannot sign links", unusable);
            }
        }
    }
}
