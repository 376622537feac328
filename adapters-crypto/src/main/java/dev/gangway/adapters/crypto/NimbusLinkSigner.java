package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compact JWS with HS256. What may stand in the header and the claims is fixed to the byte ({@link LinkText}), so that
 * nothing in a token chooses how the token is verified, and a token has one spelling.
 */
final class NimbusLinkSigner implements LinkSigner {
    private final KeyRingReader ring;
    private final Map<String, LinkKey> prepared = new ConcurrentHashMap<>();

    NimbusLinkSigner(KeyRingReader ring) {
        this.ring = ring;
    }

    @Override
    public OutboundSecret sign(OutboundSecret linkId, Instant issuedAt, Instant expiresAt) {
        String claims = LinkText.claims(linkId.value(), issuedAt.getEpochSecond(), expiresAt.getEpochSecond());
        if (LinkText.idIn(claims) == null) {
            throw new IllegalArgumentException(
                    "A link's id is 22 to 128 characters of base64url, its times are seconds since 1970");
        }
        return new OutboundSecret(prepare(ring.active(KeyPurpose.LINKS)).sign(claims));
    }

    @Override
    public @Nullable Secret verify(Secret token) {
        CompactJws jws = CompactJws.parse(token.reveal());
        String keyId = jws == null ? null : LinkText.keyIdIn(jws.header());
        RingKey key = keyId == null ? null : ring.usable(KeyPurpose.LINKS, keyId);
        if (jws == null || key == null || !prepare(key).signed(jws)) {
            return null;
        }
        String id = LinkText.idIn(jws.payload());
        return id == null ? null : Secret.of(id);
    }

    private LinkKey prepare(RingKey key) {
        LinkKey ready = prepared.get(key.id());
        return ready == null
                ? prepared.computeIfAbsent(
                        key.id(), id -> new LinkKey(id, key.key().forNimbus()))
                : ready;
    }
}
