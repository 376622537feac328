package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.SignatureMarksContract;
import org.junit.jupiter.api.Nested;

/** {@link JdbiSignatureMarks} keeps its contract on both databases. */
final class JdbiSignatureMarksTest {
    @Nested
    final class OnH2 extends StoreTest implements SignatureMarksContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements SignatureMarksContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }
}
