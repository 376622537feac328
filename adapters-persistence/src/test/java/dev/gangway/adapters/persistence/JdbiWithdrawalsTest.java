package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.WithdrawalsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiWithdrawals} keeps its contract on both databases. */
final class JdbiWithdrawalsTest {
    @Nested
    final class OnH2 extends StoreTest implements WithdrawalsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements WithdrawalsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
