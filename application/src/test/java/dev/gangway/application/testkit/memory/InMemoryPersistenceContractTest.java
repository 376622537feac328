package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.contract.AnsweredCallsContract;
import dev.gangway.application.testkit.contract.AttachmentsContract;
import dev.gangway.application.testkit.contract.AuditTrailContract;
import dev.gangway.application.testkit.contract.CallRatesContract;
import dev.gangway.application.testkit.contract.CredentialLookupContract;
import dev.gangway.application.testkit.contract.DerivationsContract;
import dev.gangway.application.testkit.contract.KeyRingsContract;
import dev.gangway.application.testkit.contract.LedgersContract;
import dev.gangway.application.testkit.contract.PartnerCredentialsContract;
import dev.gangway.application.testkit.contract.PartnerLinksContract;
import dev.gangway.application.testkit.contract.PartnerUsersContract;
import dev.gangway.application.testkit.contract.PartnersContract;
import dev.gangway.application.testkit.contract.PersistenceContract;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.contract.PortfoliosContract;
import dev.gangway.application.testkit.contract.RedirectTokensContract;
import dev.gangway.application.testkit.contract.RegistrationsContract;
import dev.gangway.application.testkit.contract.ReportsContract;
import dev.gangway.application.testkit.contract.SealedRowsContract;
import dev.gangway.application.testkit.contract.SessionsContract;
import dev.gangway.application.testkit.contract.SignatureMarksContract;
import dev.gangway.application.testkit.contract.SourceImportsContract;
import dev.gangway.application.testkit.contract.SourceKeysContract;
import dev.gangway.application.testkit.contract.SourceRefreshesContract;
import dev.gangway.application.testkit.contract.TransactionsContract;
import dev.gangway.application.testkit.contract.UploadsContract;
import dev.gangway.application.testkit.contract.WithdrawalsContract;
import org.junit.jupiter.api.Nested;

/** The in-memory store keeps every contract that H2 and PostgreSQL keep. */
class InMemoryPersistenceContractTest {
    /** A new store for every test. */
    abstract static class OverAnEmptyStore implements PersistenceContract {
        private final InMemoryStore store = new InMemoryStore();

        InMemoryStore store() {
            return store;
        }

        @Override
        public PersistencePorts ports() {
            return store.ports();
        }
    }

    @Nested
    class InMemoryTransactionsTest extends OverAnEmptyStore implements TransactionsContract {}

    @Nested
    class InMemoryRegistrationsTest extends OverAnEmptyStore implements RegistrationsContract {}

    @Nested
    class InMemoryRedirectTokensTest extends OverAnEmptyStore implements RedirectTokensContract {}

    @Nested
    class InMemoryPartnerUsersTest extends OverAnEmptyStore implements PartnerUsersContract {}

    @Nested
    class InMemoryPartnerLinksTest extends OverAnEmptyStore implements PartnerLinksContract {}

    @Nested
    class InMemoryAttachmentsTest extends OverAnEmptyStore implements AttachmentsContract {}

    @Nested
    class InMemoryWithdrawalsTest extends OverAnEmptyStore implements WithdrawalsContract {}

    @Nested
    class InMemorySessionsTest extends OverAnEmptyStore implements SessionsContract {}

    @Nested
    class InMemorySourceImportsTest extends OverAnEmptyStore implements SourceImportsContract {}

    @Nested
    class InMemoryDerivationsTest extends OverAnEmptyStore implements DerivationsContract {}

    @Nested
    class InMemoryLedgersTest extends OverAnEmptyStore implements LedgersContract {}

    @Nested
    class InMemorySourceRefreshesTest extends OverAnEmptyStore implements SourceRefreshesContract {}

    @Nested
    class InMemorySourceKeysTest extends OverAnEmptyStore implements SourceKeysContract {}

    @Nested
    class InMemoryUploadsTest extends OverAnEmptyStore implements UploadsContract {}

    @Nested
    class InMemoryReportsTest extends OverAnEmptyStore implements ReportsContract {}

    @Nested
    class InMemoryPartnersTest extends OverAnEmptyStore implements PartnersContract {}

    @Nested
    class InMemoryPartnerCredentialsTest extends OverAnEmptyStore implements PartnerCredentialsContract {}

    @Nested
    class InMemoryCredentialLookupTest extends OverAnEmptyStore implements CredentialLookupContract {}

    @Nested
    class InMemoryCallRatesTest extends OverAnEmptyStore implements CallRatesContract {}

    @Nested
    class InMemoryAnsweredCallsTest extends OverAnEmptyStore implements AnsweredCallsContract {}

    @Nested
    class InMemoryKeyRingsTest extends OverAnEmptyStore implements KeyRingsContract {}

    @Nested
    class InMemorySealedRowsTest extends OverAnEmptyStore implements SealedRowsContract {
        @Override
        public SealedRows sealedRows() {
            return new InMemorySealedRows(store());
        }
    }

    @Nested
    class InMemoryPortfoliosTest extends OverAnEmptyStore implements PortfoliosContract {}

    @Nested
    class InMemoryAuditTrailTest extends OverAnEmptyStore implements AuditTrailContract {}

    @Nested
    class InMemorySignatureMarksTest extends OverAnEmptyStore implements SignatureMarksContract {}
}
