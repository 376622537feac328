package dev.gangway.adapters.persistence;

import dev.gangway.application.signin.port.Sessions;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sessions; one that has ended is gone. */
final class JdbiSessions implements Sessions {
    private static final String FIND = """
            select s.id_hash, s.user_id, u.email, s.signed_in_at, s.last_seen_at
            from sessions s join users u on u.id = s.user_id
            where s.id_hash = :idHash""";

    private static final String TOUCH = """
            update sessions set last_seen_at = :now where id_hash = :idHash and last_seen_at < :now""";

    private static final String PURGE = """
            delete from sessions where signed_in_at < :signedInBefore or last_seen_at < :lastSeenBefore""";

    private final Jdbi jdbi;

    JdbiSessions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable Session find(Digest idHash) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("idHash", Args.bytes(idHash))
                .map((row, context) -> new Session(
                        Rows.digest(row, "id_hash"),
                        new UserId(row.getString("user_id")),
                        row.getString("email"),
                        Rows.time(row, "signed_in_at"),
                        Rows.time(row, "last_seen_at")))
                .findOne()
                .orElse(null));
    }

    @Override
    public void touch(Digest idHash, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(TOUCH)
                .bind("idHash", Args.bytes(idHash))
                .bind("now", Rows.utc(now))
                .execute());
    }

    @Override
    public boolean end(Digest idHash, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            if (delete(handle, idHash) == 0) {
                return false;
            }
            AuditLog.append(handle, audit);
            return true;
        });
    }

    @Override
    public int purge(Instant signedInBefore, Instant lastSeenBefore) {
        return jdbi.withHandle(handle -> handle.createUpdate(PURGE)
                .bind("signedInBefore", Rows.utc(signedInBefore))
                .bind("lastSeenBefore", Rows.utc(lastSeenBefore))
                .execute());
    }

    /** Deletes one; returns how many were there. */
    static int delete(Handle handle, Digest idHash) {
        return handle.createUpdate("delete from sessions where id_hash = :idHash")
                .bind("idHash", Args.bytes(idHash))
                .execute();
    }
}
