package dev.gangway.application.audit;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log as it is read.
 *
 * @param action what; a later version's, maybe
 * @param partner the partner concerned, null if none is
 * @param credential the credential that was used or, where a call was refused, named as it was sent; null if none was
 * @param subject whom or what: a user's, source's, credential's or partner's id; of a refused call, its route
 * @param reason why a call was refused, null if the row tells of a change
 * @param times how often, within the minute: more than once for refused calls only, of which the row tells the first
 * @param origin where it came from
 * @param at when
 */
public record AuditRow(
        String action,
        @Nullable PartnerId partner,
        @Nullable String credential,
        String subject,
        @Nullable String reason,
        long times,
        RequestOrigin origin,
        Instant at) {}
