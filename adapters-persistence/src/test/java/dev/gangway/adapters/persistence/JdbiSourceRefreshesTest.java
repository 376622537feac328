package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.SourceRefreshesContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSourceRefreshes} keeps its contract on both databases. */
final class JdbiSourceRefreshesTest {
    @Nested
    final class OnH2 extends StoreTest implements SourceRefreshesContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SourceRefreshesContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
