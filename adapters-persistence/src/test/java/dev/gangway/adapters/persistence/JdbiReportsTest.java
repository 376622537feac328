package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.ReportsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiReports} keeps its contract on both databases. */
final class JdbiReportsTest {
    @Nested
    final class OnH2 extends StoreTest implements ReportsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements ReportsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
