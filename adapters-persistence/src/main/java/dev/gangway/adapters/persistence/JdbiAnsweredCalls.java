package dev.gangway.adapters.persistence;

import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answered calls. Two at one call within a process are kept apart in memory, which takes no connection; two processes on
 * one PostgreSQL by an advisory lock of the transaction, which a process cannot leave behind. H2 has one process.
 */
final class JdbiAnsweredCalls implements AnsweredCalls {
    private static final String LOCK = "select pg_try_advisory_xact_lock(:lock)";

    private static final String LOOK = """
            select request_hash, answer, link_for, expires_at from answered_calls
            where call_hash = :call and expires_at > :now""";

    /** In two statements: one alone would show the table as it was before the lock was let go. */
    private static final SqlString LOCK_AND_LOOK = SqlString.of(LOCK, LOOK);

    private static final SqlString LOOK_ALONE = SqlString.of(LOOK);

    private static final SqlString REMEMBER = SqlString.of("""
            delete from answered_calls where call_hash = :call""", """
            insert into answered_calls (call_hash, request_hash, answer, link_for, expires_at)
            values (:call, :request, :answer, :linkFor, :expiresAt)""");

    private static final String PURGE = """
            delete from answered_calls where call_hash in (
                select call_hash from answered_calls where expires_at <= :now order by expires_at limit :most)""";

    /** What was found, and whether the lock is ours. */
    private record Found(boolean held, @Nullable Remembered remembered) {
        static final Found NOT_HELD = new Found(false, null);
    }

    private final Jdbi jdbi;
    private final SqlDialect dialect;
    private final Set<Digest> atWork = ConcurrentHashMap.newKeySet();

    JdbiAnsweredCalls(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public <T> @Nullable T hold(Digest call, Instant now, Work<T> work) {
        if (!atWork.add(call)) {
            return null;
        }
        try {
            return jdbi.inTransaction(handle -> {
                Found found = look(handle.getConnection(), call, now);
                return found.held() ? work.with(found.remembered()) : null;
            });
        } finally {
            // the transaction is over: whoever comes next finds its answer
            atWork.remove(call);
        }
    }

    private Found look(Connection connection, Digest call, Instant now) {
        Args args = new Args()
                .number("lock", Long.parseUnsignedLong(call.hex().substring(0, 16), 16))
                .digest("call", call)
                .time("now", now);
        if (!dialect.takesStringsWhole()) {
            return new Found(true, LOOK_ALONE.read(connection, dialect, args, JdbiAnsweredCalls::remembered));
        }
        return LOCK_AND_LOOK.readBoth(
                connection,
                args,
                locked -> locked.next() && locked.getBoolean(1),
                (held, rows) -> held ? new Found(true, remembered(rows)) : Found.NOT_HELD);
    }

    private static @Nullable Remembered remembered(ResultSet rows) throws SQLException {
        return !rows.next()
                ? null
                : new Remembered(
                        Rows.digest(rows, "request_hash"),
                        rows.getString("answer"),
                        Rows.optional(rows, "link_for", UserId::new),
                        Rows.time(rows, "expires_at"));
    }

    @Override
    public void remember(Digest call, Remembered answer) {
        UserId linkFor = answer.linkFor();
        Args args = new Args()
                .digest("call", call)
                .digest("request", answer.request())
                .text("answer", answer.text())
                .text("linkFor", linkFor == null ? null : linkFor.value())
                .time("expiresAt", answer.expiresAt());
        jdbi.useHandle(handle -> REMEMBER.write(handle.getConnection(), dialect, args));
    }

    @Override
    public int purge(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate(PURGE)
                .bind("now", Rows.utc(now))
                .bind("most", most)
                .execute());
    }
}
