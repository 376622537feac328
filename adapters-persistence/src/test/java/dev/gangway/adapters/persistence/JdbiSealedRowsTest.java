package dev.gangway.adapters.persistence;

import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.contract.SealedRowsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSealedRows} keeps its contract on both databases. */
final class JdbiSealedRowsTest {
    @Nested
    final class OnH2 extends StoreTest implements SealedRowsContract {
        OnH2() {
            super(TestDatabase.H2);
        }

        @Override
        public SealedRows sealedRows() {
            return database().adapters().sealedRows();
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SealedRowsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }

        @Override
        public SealedRows sealedRows() {
            return database().adapters().sealedRows();
        }
    }
}
