package dev.gangway.domain.user;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a partner see or add to a user; kept apart from attribution, which decides money and never access.
 *
 * @param partnerId the partner
 * @param status where it stands
 * @param approvedAt when it became active, null if it never did
 * @param partnerUserId the partner's own id of the user, null if it never gave one
 */
public record Connection(
        PartnerId partnerId,
        ConnectionStatus status,
        @Nullable Instant approvedAt,
        @Nullable PartnerUserId partnerUserId) {
    /** Whether it lets the partner in. */
    public boolean isActive() {
        return status == ConnectionStatus.ACTIVE;
    }
}
