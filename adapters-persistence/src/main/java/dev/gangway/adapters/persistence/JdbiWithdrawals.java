package dev.gangway.adapters.persistence;

import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What partners take back. The user is locked first, as registrations do. The source's row goes before its history: whoever
 * stores some has locked the row, and finds none afterwards.
 */
final class JdbiWithdrawals implements Withdrawals {
    private static final String LOCK_USER = "select id from users where id = :user for update";

    private static final String CONNECTED = """
            select 1 from connections where user_id = :user and partner_id = :partner and status = 'active'""";

    private static final String UNSEND = """
            delete from source_senders where source_id = :source and partner_id = :partner
            and exists (select 1 from sources s where s.id = :source and s.user_id = :user)""";

    private static final String REMOVED_BEFORE = """
            select 1 from source_removals
            where source_id = :source and partner_id = :partner and user_id = :user""";

    private static final String NOTE = """
            insert into source_removals (source_id, partner_id, user_id, removed_at)
            values (:source, :partner, :user, :now)
            on conflict do nothing""";

    /** Locks the row too: its credentials can change until then. */
    private static final String ORPHANED = """
            select s.credentials_id from sources s
            where s.id = :source and s.credentials_id is not null and not s.kept_by_user
            and not exists (select 1 from source_senders x where x.source_id = s.id) for update""";

    private static final String[] DELETE = {
        "delete from sources where id = :source",
        "delete from sources where merged_into = :source and user_id = :user",
        "delete from ledger_transactions where source_id = :source",
        "delete from source_balances where source_id = :source"
    };

    private static final String DISCONNECT = """
            update connections set status = 'revoked', shares_all = false
            where user_id = :user and partner_id = :partner and status = 'active'""";

    private static final String REVOKE_LINKS = """
            update redirect_tokens set revoked_at = :now
            where user_id = :user and partner_id = :partner
            and consumed_at is null and superseded_at is null and revoked_at is null""";

    private final Jdbi jdbi;

    JdbiWithdrawals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Removed remove(UserId user, SourceId source, PartnerId partner, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            lock(handle, user);
            if (!holds(ofUser(handle.createQuery(CONNECTED), user, partner))) {
                return Removed.NO_SUCH_USER;
            }
            int unsent = ofUser(handle.createUpdate(UNSEND), user, partner)
                    .bind("source", source.value())
                    .execute();
            if (unsent == 0) {
                boolean before = holds(ofUser(handle.createQuery(REMOVED_BEFORE), user, partner)
                        .bind("source", source.value()));
                return before ? Removed.AS_BEFORE : Removed.NO_SUCH_SOURCE;
            }
            deleteIfOrphaned(handle, user, source);
            ofUser(handle.createUpdate(NOTE), user, partner)
                    .bind("source", source.value())
                    .bind("now", Rows.utc(now))
                    .execute();
            AuditLog.append(handle, audit);
            return Removed.REMOVED;
        });
    }

    private static void deleteIfOrphaned(Handle handle, UserId user, SourceId source) {
        handle.createQuery(ORPHANED)
                .bind("source", source.value())
                .mapTo(String.class)
                .findOne()
                .ifPresent(credentials -> {
                    for (String delete : DELETE) {
                        handle.createUpdate(delete)
                                .bind("source", source.value())
                                .bind("user", user.value())
                                .execute();
                    }
                    ImportQueue.forget(handle, credentials);
                });
    }

    @Override
    public boolean disconnect(UserId user, PartnerId partner, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            lock(handle, user);
            if (ofUser(handle.createUpdate(DISCONNECT), user, partner).execute() == 0) {
                return false;
            }
            ofUser(handle.createUpdate(REVOKE_LINKS), user, partner)
                    .bind("now", Rows.utc(now))
                    .execute();
            AuditLog.append(handle, audit);
            return true;
        });
    }

    private static void lock(Handle handle, UserId user) {
        handle.createQuery(LOCK_USER)
                .bind("user", user.value())
                .mapTo(String.class)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S ofUser(S statement, UserId user, PartnerId partner) {
        return statement.bind("user", user.value()).bind("partner", partner.value());
    }

    private static boolean holds(org.jdbi.v3.core.statement.Query query) {
        return query.mapTo(Integer.class).findOne().isPresent();
    }
}
