package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.AuditTrailContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiAuditTrail} keeps its contract on both databases. */
final class JdbiAuditTrailTest {
    @Nested
    final class OnH2 extends StoreTest implements AuditTrailContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements AuditTrailContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
