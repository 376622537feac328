package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.UploadsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiUploads} keeps its contract on both databases. */
final class JdbiUploadsTest {
    @Nested
    final class OnH2 extends StoreTest implements UploadsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements UploadsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
