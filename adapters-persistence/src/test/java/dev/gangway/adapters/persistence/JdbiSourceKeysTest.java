package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.SourceKeysContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSourceKeys} keeps its contract on both databases. */
final class JdbiSourceKeysTest {
    @Nested
    final class OnH2 extends StoreTest implements SourceKeysContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SourceKeysContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
