package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.PortfoliosContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiPortfolios} keeps its contract on both databases. */
final class JdbiPortfoliosTest {
    @Nested
    final class OnH2 extends StoreTest implements PortfoliosContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements PortfoliosContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
