package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.SessionsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSessions} keeps its contract on both databases. */
final class JdbiSessionsTest {
    @Nested
    final class OnH2 extends StoreTest implements SessionsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SessionsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
