package dev.gangway.adapters.persistence;

import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keys that their owners replace. The user is locked first, as registrations do: both may bring the same key. */
final class JdbiSourceKeys implements SourceKeys {
    private static final String FIND = """
            select id, exchange, status, failure, credentials_id from sources
            where id = :source and user_id = :user and status <> 'merged'""";

    private static final String RING_KEYS = """
            select distinct fingerprint_key from sources where user_id = :user and key_fingerprint is not null""";

    private static final String OTHERS = """
            select fingerprint_key, key_fingerprint, secret_fingerprint from sources
            where user_id = :user and exchange = :exchange and id <> :source and key_fingerprint is not null""";

    private static final String REPLACE = """
            update sources set credentials_id = :credentials, sealed_credentials = :sealed,
                fingerprint_key = :fingerprintKey, key_fingerprint = :keyFingerprint,
                secret_fingerprint = :secretFingerprint, run_id = null, failure = null,
                refresh_at = null, kept_by_user = true, key_by_user = true,
                next_page = case when status in ('failed', 'credentials_failed') then null else next_page end,
                status = case when status in ('failed', 'credentials_failed') then 'processing' else status end
            where id = :source""";

    private record Held(KeyHolder holder, @Nullable String credentials) {}

    private final Jdbi jdbi;

    JdbiSourceKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable KeyHolder find(UserId user, SourceId source) {
        Held held = jdbi.withHandle(handle -> held(handle, FIND, user, source));
        return held == null ? null : held.holder();
    }

    private static @Nullable Held held(Handle handle, String query, UserId user, SourceId source) {
        return handle.createQuery(query)
                .bind("source", source.value())
                .bind("user", user.value())
                .map((row, context) -> held(row))
                .findOne()
                .orElse(null);
    }

    private static Held held(ResultSet row) throws SQLException {
        String credentials = row.getString("credentials_id");
        KeyHolder holder = new KeyHolder(
                new SourceId(row.getString("id")),
                new ExchangeName(row.getString("exchange")),
                Rows.constant(row, "status", SourceStatus.class),
                Rows.optionalConstant(row, "failure", SourceFailure.class),
                credentials == null);
        return new Held(holder, credentials);
    }

    @Override
    public Set<String> ringKeys(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery(RING_KEYS)
                .bind("user", user.value())
                .mapTo(String.class)
                .set());
    }

    @Override
    public Replaced replace(NewKey key, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            UserLock.take(handle, key.owner());
            Held held = held(handle, FIND + " for update", key.owner(), key.source());
            if (held == null) {
                return Replaced.NO_SUCH_SOURCE;
            }
            String before = held.credentials();
            if (before == null) {
                return Replaced.WAS_UPLOADED;
            }
            Replaced refused = refused(handle, key, held.holder().exchange());
            if (refused != null) {
                return refused;
            }
            ImportQueue.forget(handle, before);
            CredentialFingerprint inUse = key.fingerprints().inUse();
            handle.createUpdate(REPLACE)
                    .bind("source", key.source().value())
                    .bind("credentials", key.sealed().id().value())
                    .bind("sealed", key.sealed().sealed())
                    .bind("fingerprintKey", inUse.ringKey())
                    .bind("keyFingerprint", Args.bytes(inUse.apiKey()))
                    .bind("secretFingerprint", Args.bytes(inUse.secret()))
                    .execute();
            boolean populated = held.holder().status() == SourceStatus.POPULATED;
            ImportQueue.add(
                    handle,
                    key.source(),
                    key.sealed().id().value(),
                    populated ? ImportPriority.REFRESH : ImportPriority.FIRST,
                    key.at());
            AuditLog.append(handle, audit);
            return Replaced.REPLACED;
        });
    }

    /** Why the source may not have the key, null if it may. The user is locked: no other source gets it meanwhile. */
    private static @Nullable Replaced refused(Handle handle, NewKey key, ExchangeName exchange) {
        List<CredentialFingerprint> others = handle.createQuery(OTHERS)
                .bind("user", key.owner().value())
                .bind("exchange", exchange.value())
                .bind("source", key.source().value())
                .map((row, context) -> Rows.fingerprint(row))
                .list();
        if (others.stream().anyMatch(key.fingerprints()::areOfApiKey)) {
            return Replaced.IN_USE;
        }
        return others.stream().allMatch(other -> key.fingerprints().canTell(other.ringKey()))
                ? null
                : Replaced.OTHER_RING_KEY;
    }
}
