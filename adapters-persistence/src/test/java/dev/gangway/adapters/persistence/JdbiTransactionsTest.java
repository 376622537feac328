package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.TransactionsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiTransactions} keeps its contract on both databases. */
final class JdbiTransactionsTest {
    @Nested
    final class OnH2 extends StoreTest implements TransactionsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements TransactionsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
