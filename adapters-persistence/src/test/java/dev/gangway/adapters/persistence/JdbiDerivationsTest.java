package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.DerivationsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiDerivations} keeps its contract on both databases. */
final class JdbiDerivationsTest {
    @Nested
    final class OnH2 extends StoreTest implements DerivationsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements DerivationsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
