package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.RegistrationsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiRegistrations} keeps its contract on both databases. */
final class JdbiRegistrationsTest {
    @Nested
    final class OnH2 extends StoreTest implements RegistrationsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements RegistrationsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
