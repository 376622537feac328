package dev.gangway.domain.signin;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redirect link as the database knows it.
 *
 * @param idHash the hash of the token's id
 * @param userId whom it signs in
 * @param delivery how it reached them
 * @param issuedAt when it was issued
 * @param expiresAt the first instant at which it is dead
 * @param consumedAt when it signed its user in, null if it has not
 * @param supersededAt when a newer one took its place, null if none has
 * @param revokedAt when it was revoked, null if it was not
 * @param viewedAt when its page was first shown to somebody who did not use it by that, null if it never was
 */
public record RedirectToken(
        Digest idHash,
        UserId userId,
        Delivery delivery,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant consumedAt,
        @Nullable Instant supersededAt,
        @Nullable Instant revokedAt,
        @Nullable Instant viewedAt) {
    /** How long after its issue a navigation alone signs in: later ones are too likely a scanner or a shared link. */
    public static final Duration DIRECT_LANDING = Duration.ofMinutes(10);

    /** What the page of this link says at {@code now}; what happened first to it is not asked, use outranks all. */
    public LinkState state(Instant now) {
        if (consumedAt != null) {
            return LinkState.USED;
        }
        if (revokedAt != null) {
            return LinkState.REVOKED;
        }
        if (supersededAt != null) {
            return LinkState.SUPERSEDED;
        }
        return now.isBefore(expiresAt) ? LinkState.LIVE : LinkState.EXPIRED;
    }

    /** Whether a real top-level navigation at {@code now} lands at once, without the Continue page. */
    public boolean landsDirectly(Instant now) {
        return delivery == Delivery.REDIRECT && now.isBefore(issuedAt.plus(DIRECT_LANDING));
    }
}
