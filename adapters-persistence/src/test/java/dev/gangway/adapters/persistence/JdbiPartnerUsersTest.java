package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.PartnerUsersContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiPartnerUsers} keeps its contract on both databases. */
final class JdbiPartnerUsersTest {
    @Nested
    final class OnH2 extends StoreTest implements PartnerUsersContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements PartnerUsersContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
