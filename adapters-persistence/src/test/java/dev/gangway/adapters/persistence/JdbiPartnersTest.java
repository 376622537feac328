package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.PartnersContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiPartners} keeps its contract on both databases. */
final class JdbiPartnersTest {
    @Nested
    final class OnH2 extends StoreTest implements PartnersContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements PartnersContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
