package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Counts calls in one row per credential, whose lock is held for two flights. */
final class JdbiCallRates implements CallRates {
    private static final SqlString LOCK = SqlString.of("""
            insert into call_rates (credential_id, calls) values (:credential, '') on conflict do nothing""", """
            select calls from call_rates where credential_id = :credential for update""");

    private static final SqlString COUNT = SqlString.of("""
            update call_rates set calls = :calls where credential_id = :credential""");

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiCallRates(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public Duration admit(CredentialId credential, int limit, Instant now) {
        return jdbi.inTransaction(handle -> {
            Args args = new Args().text("credential", credential.value());
            String calls = LOCK.read(handle.getConnection(), dialect, args, rows -> {
                rows.next();
                return rows.getString("calls");
            });
            CallWindow window = CallWindow.of(calls == null ? "" : calls);
            Duration wait = window.admit(limit, now);
            if (window.isChanged()) {
                COUNT.write(handle.getConnection(), dialect, args.text("calls", window.toString()));
            }
            return wait;
        });
    }
}
