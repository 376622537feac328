package dev.gangway.adapters.persistence;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives a source the account that its key opens, or the key to the source that has the account. The user is locked, so that
 * two new keys of one account cannot both be the first, and no registration sees half of a move.
 */
final class AccountBinding {
    private static final String LOCK_SOURCE = """
            select fingerprint_key, key_fingerprint, secret_fingerprint, account_ref, sealed_credentials from sources
            where id = :source and run_id = :run and credentials_id = :credentials for update""";

    private static final String LOCK_HOLDER = """
            select id, status from sources
            where user_id = :user and exchange = :exchange and account_ref = :account and id <> :source for update""";

    private static final String BIND = """
            update sources set account_ref = :account where id = :source""";

    private static final String CLOSE = """
            update sources set status = 'merged', merged_into = :holder, failure = null, run_id = null,
                account_ref = null, key_fingerprint = null, secret_fingerprint = null,
                credentials_id = null, sealed_credentials = null
            where id = :source""";

    private static final String TAKE_KEY = """
            update sources set fingerprint_key = :fingerprintKey, key_fingerprint = :keyFingerprint,
                secret_fingerprint = :secretFingerprint, credentials_id = :credentials,
                sealed_credentials = :sealed, status = :status, failure = null,
                key_by_user = (select closed.key_by_user from sources closed where closed.id = :source),
                kept_by_user = kept_by_user or (select closed.kept_by_user from sources closed where closed.id = :source),
                next_page = case when status in ('failed', 'credentials_failed') then null else next_page end
            where id = :holder""";

    /** Whoever sent the key that has been in use until now has not sent the new one by that. */
    private static final String MARK_SENDERS = """
            update source_senders x set sent_key = exists (select 1 from source_senders s
                where s.source_id = :source and s.partner_id = x.partner_id and s.sent_key)
            where x.source_id = :holder""";

    private static final String TAKE_SENDERS = """
            insert into source_senders (source_id, partner_id, first_sent_at, sent_key)
            select h.id, s.partner_id, s.first_sent_at, s.sent_key from sources h, source_senders s
            where h.id = :holder and s.source_id = :source
            on conflict do nothing""";

    private static final String DROP_SENDERS = """
            delete from source_senders where source_id = :source""";

    private static final String QUEUE = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
            values (:job, :instance, :data, :now, false, 1, :priority)""";

    private record Key(
            CredentialFingerprint fingerprint, @Nullable AccountReference account, String sealed) {}

    private record Holder(SourceId id, SourceStatus status) {}

    private AccountBinding() {}

    static Bound bind(Handle handle, Begun run, AccountReference account, Instant now) {
        UserLock.take(handle, run.credentials().owner());
        Key key = handle.createQuery(LOCK_SOURCE)
                .bind("source", run.source().value())
                .bind("run", run.run().value())
                .bind("credentials", run.credentials().id().value())
                .map((row, context) -> new Key(
                        Rows.fingerprint(row),
                        Rows.optional(row, "account_ref", AccountReference::new),
                        row.getString("sealed_credentials")))
                .findOne()
                .orElse(null);
        if (key == null) {
            return Bound.LOST;
        }
        if (key.account() != null) {
            return account.equals(key.account()) ? Bound.BOUND : Bound.OTHER_ACCOUNT;
        }
        Holder holder = holder(handle, run, account);
        if (holder != null) {
            merge(handle, run, key, holder, now);
            return Bound.MERGED;
        }
        handle.createUpdate(BIND)
                .bind("source", run.source().value())
                .bind("account", account.value())
                .execute();
        return Bound.BOUND;
    }

    private static @Nullable Holder holder(Handle handle, Begun run, AccountReference account) {
        return handle.createQuery(LOCK_HOLDER)
                .bind("user", run.credentials().owner().value())
                .bind("exchange", run.exchange().value())
                .bind("account", account.value())
                .bind("source", run.source().value())
                .map((row, context) -> holder(row))
                .findOne()
                .orElse(null);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(new SourceId(row.getString("id")), Rows.constant(row, "status", SourceStatus.class));
    }

    private static void merge(Handle handle, Begun run, Key key, Holder holder, Instant now) {
        // closed first: two sources of a user never have one fingerprint
        handle.createUpdate(CLOSE)
                .bind("source", run.source().value())
                .bind("holder", holder.id().value())
                .execute();
        boolean refresh = holder.status() == SourceStatus.POPULATED;
        handle.createUpdate(TAKE_KEY)
                .bind("source", run.source().value())
                .bind("holder", holder.id().value())
                // as they are stored now: they may have been made anew since the run has read them
                .bind("fingerprintKey", key.fingerprint().ringKey())
                .bind("keyFingerprint", Args.bytes(key.fingerprint().apiKey()))
                .bind("secretFingerprint", Args.bytes(key.fingerprint().secret()))
                .bind("credentials", run.credentials().id().value())
                .bind("sealed", key.sealed())
                .bind("status", Rows.stored(refresh ? SourceStatus.POPULATED : SourceStatus.PROCESSING))
                .execute();
        for (String statement : List.of(MARK_SENDERS, TAKE_SENDERS)) {
            handle.createUpdate(statement)
                    .bind("holder", holder.id().value())
                    .bind("source", run.source().value())
                    .execute();
        }
        handle.createUpdate(DROP_SENDERS).bind("source", run.source().value()).execute();
        handle.createUpdate(QUEUE)
                .bind("job", ImportJob.TASK)
                // the credentials' own name is that of the job that this very run belongs to
                .bind(
                        "instance",
                        run.credentials().id().value() + '/' + run.run().value())
                .bind("data", ImportJob.first(holder.id()).toJson())
                .bind("now", Rows.utc(now))
                .bind("priority", (refresh ? ImportPriority.REFRESH : ImportPriority.FIRST).rank())
                .execute();
    }
}
