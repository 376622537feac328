package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.PartnerCredentialsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiPartnerCredentials} keeps its contract on both databases. */
final class JdbiPartnerCredentialsTest {
    @Nested
    final class OnH2 extends StoreTest implements PartnerCredentialsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements PartnerCredentialsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
