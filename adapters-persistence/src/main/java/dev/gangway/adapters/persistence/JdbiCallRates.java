package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.auth.port.CallRates;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls in one row per counter. PostgreSQL does so itself, in one flight ({@code count_call} of its migrations);
 * for H2, which is next door, {@link CallWindow} does.
 */
final class JdbiCallRates implements CallRates {
    private static final SqlString ADMIT = SqlString.of("""
            select admitted, remaining, room_at from count_call(:counter, :quota, :now)""");

    private static final SqlString LOCK = SqlString.of("""
            insert into call_windows (counter, calls, last_call) values (:counter, '', 0) on conflict do nothing""", """
            select calls from call_windows where counter = :counter for update""");

    private static final SqlString COUNT = SqlString.of("""
            update call_windows set calls = :calls, last_call = :last where counter = :counter""");

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiCallRates(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public Admission admit(CallCounter counter, int limit, Instant now) {
        return switch (dialect) {
            case POSTGRESQL -> there(counter, limit, now);
            case H2 -> here(counter, limit, now);
        };
    }

    private Admission there(CallCounter counter, int limit, Instant now) {
        Args args = new Args()
                .text("counter", counter.value())
                .number("quota", limit)
                .number("now", CallWindow.micros(now));
        Admission admission = jdbi.withHandle(handle -> ADMIT.read(handle.getConnection(), dialect, args, rows -> {
            rows.next();
            Instant room = CallWindow.time(rows.getLong("room_at"));
            return new Admission(rows.getBoolean("admitted"), rows.getInt("remaining"), Duration.between(now, room));
        }));
        if (admission == null) {
            throw new IllegalStateException("a function that always answers did not");
        }
        return admission;
    }

    private Admission here(CallCounter counter, int limit, Instant now) {
        Args args = new Args().text("counter", counter.value());
        return jdbi.inTransaction(handle -> {
            CallWindow window = CallWindow.of(lock(handle.getConnection(), args));
            Admission admission = window.admit(limit, now);
            if (window.isChanged()) {
                COUNT.write(
                        handle.getConnection(),
                        dialect,
                        args.text("calls", window.toString()).number("last", window.lastCall()));
            }
            return admission;
        });
    }

    private String lock(Connection connection, Args args) {
        String calls = locked(connection, args);
        while (calls == null) {
            // purged between the two statements
            calls = locked(connection, args);
        }
        return calls;
    }

    private @Nullable String locked(Connection connection, Args args) {
        return LOCK.read(connection, dialect, args, rows -> rows.next() ? rows.getString("calls") : null);
    }

    @Override
    public int purge(Instant before) {
        return jdbi.withHandle(
                handle -> handle.execute("delete from call_windows where last_call < ?", CallWindow.micros(before)));
    }
}
