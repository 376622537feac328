package dev.gangway.application.registration.port;

import dev.gangway.application.registration.PartnerLink;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.NewLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A partner's redirect links, beside those that registrations issue. Where the user ends the connection, so do they. */
public interface PartnerLinks {
    /**
     * Issues the link, supersedes the unused older ones of its user and partner and records {@code audit}, all or nothing.
     * Of any number that are issued at once, also by registrations, the last one lives.
     *
     * @return false if the user does not let the partner in: nothing was changed
     */
    boolean issue(NewLink link, AuditEntry audit);

    /** The link, null unless it is one of this partner's whose user lets the partner in. */
    @Nullable
    PartnerLink find(LinkId link, PartnerId partner);

    /**
     * Revokes the link if it can still be used at {@code now}; {@code audit} is recorded only then.
     *
     * @return what {@link #find} would have found, before
     */
    Revoked revoke(LinkId link, PartnerId partner, Instant now, AuditEntry audit);

    /** What became of a revocation. */
    enum Revoked {
        /** It can no longer be used. */
        REVOKED,
        /** It could not be used before. */
        AS_BEFORE,
        /** There is no such link of this partner's. */
        NO_SUCH_LINK
    }
}
