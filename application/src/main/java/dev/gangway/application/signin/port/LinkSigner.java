package dev.gangway.application.signin.port;

import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs and verifies redirect tokens: compact JWS, HS256, {@code kid} of a key ring (RFC 7515, docs/adr). */
public interface LinkSigner {
    /**
     * Signs a token that carries the link's id and times and nothing of its user.
     *
     * @param linkId the link's id, from {@code RandomTokens.next()}
     */
    OutboundSecret sign(OutboundSecret linkId, Instant issuedAt, Instant expiresAt);

    /**
     * The id in a token that a key of the ring signed, or null if none did. Whether it has expired is not asked: the
     * database knows. A respelled token (padding, blanks, other trailing bits) is not one that we signed.
     */
    @Nullable
    Secret verify(Secret token);
}
