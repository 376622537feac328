package dev.gangway.domain.audit;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom. Recorded in the transaction of what it tells of.
 *
 * @param action what
 * @param partnerId the partner concerned, null if none is
 * @param credentialId the credential that was used, null on the command line and in a browser
 * @param subject whom or what: a user's, source's or credential's id
 * @param origin where it came from
 * @param at when
 */
public record AuditEntry(
        AuditAction action,
        @Nullable PartnerId partnerId,
        @Nullable CredentialId credentialId,
        String subject,
        RequestOrigin origin,
        Instant at) {}
