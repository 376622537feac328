package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.CallRatesContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiCallRates} keeps its contract on both databases. */
final class JdbiCallRatesTest {
    @Nested
    final class OnH2 extends StoreTest implements CallRatesContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements CallRatesContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
