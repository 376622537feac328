package dev.gangway.application.audit;

import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit log are asked for; null is any.
 *
 * @param since at this time or later
 * @param until before this time
 * @param partner of this partner
 * @param action this action
 */
public record AuditFilter(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable PartnerId partner,
        @Nullable AuditAction action) {
    /** All rows. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);
}
