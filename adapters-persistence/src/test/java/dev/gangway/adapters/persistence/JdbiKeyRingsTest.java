package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.KeyRingsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiKeyRings} keeps its contract on both databases. */
final class JdbiKeyRingsTest {
    @Nested
    final class OnH2 extends StoreTest implements KeyRingsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements KeyRingsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
