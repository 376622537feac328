package dev.gangway.domain.signin;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/**
 * A redirect link about to be issued; the token itself is in the URL only.
 *
 * @param id what its partner calls it
 * @param idHash the hash of the token's id
 * @param userId whom it signs in
 * @param partnerId through whom
 * @param delivery how it reaches them
 * @param issuedAt when
 * @param expiresAt the first instant at which it is dead, whole seconds
 */
public record NewLink(
        LinkId id,
        Digest idHash,
        UserId userId,
        PartnerId partnerId,
        Delivery delivery,
        Instant issuedAt,
        Instant expiresAt) {}
