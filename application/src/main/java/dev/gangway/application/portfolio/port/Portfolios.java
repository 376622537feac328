package dev.gangway.application.portfolio.port;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may see a user's portfolio, and how much of it. */
public interface Portfolios {
    /**
     * The part of the user's ledger that the partner may see, null if it may see nothing: there is no such user, or none
     * with an active connection to it.
     */
    @Nullable
    LedgerScope visible(UserId user, PartnerId partner);

    /** The partners that see some of the user, by name: those with an active connection. */
    List<SharedConnection> sharing(UserId user);

    /** Sets how much the partner sees of the user; recorded and audited only where that changes something. */
    Shared share(UserId user, PartnerId partner, Sharing sharing, AuditEntry audit);

    /** What became of a choice. */
    enum Shared {
        /** It holds from now on. */
        CHANGED,
        /** It held already. */
        AS_BEFORE,
        /** The user has no active connection to the partner: nothing was recorded. */
        NOT_CONNECTED
    }
}
