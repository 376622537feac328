package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.CredentialLookupContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiCredentialLookup} keeps its contract on both databases. */
final class JdbiCredentialLookupTest {
    @Nested
    final class OnH2 extends StoreTest implements CredentialLookupContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements CredentialLookupContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
