package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.PartnerLinksContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiPartnerLinks} keeps its contract on both databases. */
final class JdbiPartnerLinksTest {
    @Nested
    final class OnH2 extends StoreTest implements PartnerLinksContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements PartnerLinksContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
