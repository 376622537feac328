package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.AttachmentsContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiAttachments} keeps its contract on both databases. */
final class JdbiAttachmentsTest {
    @Nested
    final class OnH2 extends StoreTest implements AttachmentsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements AttachmentsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
