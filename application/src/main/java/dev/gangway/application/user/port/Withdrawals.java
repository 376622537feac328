package dev.gangway.application.user.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/** What a partner takes back. Nothing that another partner sent or that the user has made their own goes with it. */
public interface Withdrawals {
    /**
     * Ends that the partner sent the source. If no other partner has sent it and its owner has put in no key of their own,
     * the source goes with its sealed credentials, its history and what waits in the queue; a run that is under way can
     * write nothing more. Where the source stays, its key goes with the last partner that sent it, unless it is its owner's:
     * the source ends in {@code KEY_WITHDRAWN} and keeps its history. Recorded and audited only where that changes something.
     *
     * @param source a source that has merged stands for the one that it has merged into
     */
    Removed remove(UserId user, SourceId source, PartnerId partner, Instant now, AuditEntry audit);

    /**
     * Ends the partner's active connection to the user: it shares nothing more, and the partner's unused links are revoked.
     * The user, its attribution and its sources stay.
     *
     * @return false if there is none: nothing was recorded
     */
    boolean disconnect(UserId user, PartnerId partner, Instant now, AuditEntry audit);

    /** What became of a removal. */
    enum Removed {
        /** The source is no longer this partner's; it may have gone with that. */
        REMOVED,
        /** This partner has removed it before. */
        AS_BEFORE,
        /** This partner has sent no such source of this user. */
        NO_SUCH_SOURCE,
        /** There is no such user that lets the partner in. */
        NO_SUCH_USER
    }
}
