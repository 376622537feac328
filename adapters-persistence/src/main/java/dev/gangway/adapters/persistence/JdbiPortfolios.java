package dev.gangway.adapters.persistence;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who sees which portfolio: a column of the connection. */
final class JdbiPortfolios implements Portfolios {
    private static final String ACTIVE = """
            select shares_all from connections
            where user_id = :user and partner_id = :partner and status = 'active'""";

    private static final String SHARING = """
            select c.partner_id, p.name, c.shares_all from connections c join partners p on p.id = c.partner_id
            where c.user_id = :user and c.status = 'active'""";

    private static final String SHARE = """
            update connections set shares_all = :all
            where user_id = :user and partner_id = :partner and status = 'active' and shares_all <> :all""";

    private final Jdbi jdbi;

    JdbiPortfolios(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable LedgerScope visible(UserId user, PartnerId partner) {
        Boolean sharesAll = jdbi.withHandle(handle -> sharesAll(handle, user, partner));
        if (sharesAll == null) {
            return null;
        }
        return sharesAll ? LedgerScope.whole(user) : new LedgerScope(user, partner);
    }

    @Override
    public List<SharedConnection> sharing(UserId user) {
        List<SharedConnection> found = jdbi.withHandle(handle -> handle.createQuery(SHARING)
                .bind("user", user.value())
                .map((row, context) -> new SharedConnection(
                        Rows.partnerId(row, "partner_id"),
                        row.getString("name"),
                        row.getBoolean("shares_all") ? Sharing.ALL_SOURCES : Sharing.SENT_SOURCES))
                .list());
        // databases sort texts by rules of their own
        return found.stream()
                .sorted(Comparator.comparing(SharedConnection::name))
                .toList();
    }

    @Override
    public Shared share(UserId user, PartnerId partner, Sharing sharing, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate(SHARE)
                    .bind("user", user.value())
                    .bind("partner", partner.value())
                    .bind("all", sharing == Sharing.ALL_SOURCES)
                    .execute();
            if (changed == 0) {
                return sharesAll(handle, user, partner) == null ? Shared.NOT_CONNECTED : Shared.AS_BEFORE;
            }
            AuditLog.append(handle, audit);
            return Shared.CHANGED;
        });
    }

    /** Whether the partner sees all, null if it sees nothing. */
    private static @Nullable Boolean sharesAll(Handle handle, UserId user, PartnerId partner) {
        return handle.createQuery(ACTIVE)
                .bind("user", user.value())
                .bind("partner", partner.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(null);
    }
}
