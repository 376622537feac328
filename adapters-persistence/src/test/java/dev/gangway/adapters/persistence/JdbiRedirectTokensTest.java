package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.RedirectTokensContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiRedirectTokens} keeps its contract on both databases. */
final class JdbiRedirectTokensTest {
    @Nested
    final class OnH2 extends StoreTest implements RedirectTokensContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements RedirectTokensContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
