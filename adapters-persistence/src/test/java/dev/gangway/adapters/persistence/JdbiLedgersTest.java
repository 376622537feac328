package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.LedgersContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiLedgers} keeps its contract on both databases. */
final class JdbiLedgersTest {
    @Nested
    final class OnH2 extends StoreTest implements LedgersContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements LedgersContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
