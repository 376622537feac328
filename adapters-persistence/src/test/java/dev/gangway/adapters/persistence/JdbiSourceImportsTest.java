package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.SourceImportsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSourceImports} keeps its contract on both databases. */
final class JdbiSourceImportsTest {
    @Nested
    final class OnH2 extends StoreTest implements SourceImportsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SourceImportsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
