package dev.gangway.adapters.persistence;

import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What partners take back. The user is locked first, as registrations do. The source's row goes before its history: whoever
 * stores some has locked the row, and finds none afterwards.
 */
final class JdbiWithdrawals implements Withdrawals {
    /** A source whose key has moved stands for the one that has it now. */
    private static final String RESOLVE = """
            select coalesce(merged_into, id) from sources where id = :source and user_id = :user""";

    private static final String UNSEND = """
            delete from source_senders where source_id = :source and partner_id = :partner
            and exists (select 1 from sources s where s.id = :source and s.user_id = :user)""";

    private static final String REMOVED_BEFORE = """
            select 1 from source_removals
            where source_id = :source and partner_id = :partner and user_id = :user""";

    /** Under every id that the partner may know it by. */
    private static final String NOTE = """
            insert into source_removals (source_id, partner_id, user_id, removed_at)
            select s.id, :partner, :user, :now from sources s
            where s.user_id = :user and (s.id = :source or s.merged_into = :source)
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

    /** The source stays, and with it its history; the key goes with the last who sent it. */
    private static final String WITHDRAW_KEY = """
            update sources set status = 'credentials_failed', failure = :failure, run_id = null,
                key_fingerprint = null, secret_fingerprint = null, sealed_credentials = null
            where id = :source and sealed_credentials is not null and not key_by_user
            and not exists (select 1 from source_senders x where x.source_id = :source and x.sent_key)""";

    private static final String CREDENTIALS = """
            select credentials_id from sources where id = :source""";

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
            UserLock.take(handle, user);
            if (!JdbiPartnerUsers.isConnected(handle, user, partner)) {
                return Removed.NO_SUCH_USER;
            }
            String meant = resolve(handle, user, source);
            int unsent = ofUser(handle.createUpdate(UNSEND), user, partner)
                    .bind("source", meant)
                    .execute();
            if (unsent == 0) {
                boolean before = holds(ofUser(handle.createQuery(REMOVED_BEFORE), user, partner)
                        .bind("source", meant));
                return before ? Removed.AS_BEFORE : Removed.NO_SUCH_SOURCE;
            }
            ofUser(handle.createUpdate(NOTE), user, partner)
                    .bind("source", meant)
                    .bind("now", Rows.utc(now))
                    .execute();
            if (!deleteIfOrphaned(handle, user, meant)) {
                withdrawKey(handle, meant);
            }
            AuditLog.append(handle, audit);
            return Removed.REMOVED;
        });
    }

    private static String resolve(Handle handle, UserId user, SourceId source) {
        return handle.createQuery(RESOLVE)
                .bind("source", source.value())
                .bind("user", user.value())
                .mapTo(String.class)
                .findOne()
                .orElse(source.value());
    }

    /** Whether it was: nobody else has sent it or made it their own. */
    private static boolean deleteIfOrphaned(Handle handle, UserId user, String source) {
        String credentials = credentials(handle, ORPHANED, source);
        if (credentials == null) {
            return false;
        }
        for (String delete : DELETE) {
            handle.createUpdate(delete)
                    .bind("source", source)
                    .bind("user", user.value())
                    .execute();
        }
        ImportQueue.forget(handle, credentials);
        return true;
    }

    private static void withdrawKey(Handle handle, String source) {
        int withdrawn = handle.createUpdate(WITHDRAW_KEY)
                .bind("source", source)
                .bind("failure", Rows.stored(SourceFailure.KEY_WITHDRAWN))
                .execute();
        String credentials = withdrawn == 0 ? null : credentials(handle, CREDENTIALS, source);
        if (credentials != null) {
            ImportQueue.forget(handle, credentials);
        }
    }

    private static @Nullable String credentials(Handle handle, String query, String source) {
        return handle.createQuery(query)
                .bind("source", source)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public boolean disconnect(UserId user, PartnerId partner, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            UserLock.take(handle, user);
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

    private static <S extends SqlStatement<S>> S ofUser(S statement, UserId user, PartnerId partner) {
        return statement.bind("user", user.value()).bind("partner", partner.value());
    }

    private static boolean holds(Query query) {
        return query.mapTo(Integer.class).findOne().isPresent();
    }
}
