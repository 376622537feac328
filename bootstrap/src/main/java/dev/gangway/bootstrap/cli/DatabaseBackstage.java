package dev.gangway.bootstrap.cli;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssuePartnerToken;
import dev.gangway.application.partner.RevokePartnerToken;
import dev.gangway.application.partner.RotatePartnerToken;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.source.RederiveLedger;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.MasterKeys;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.server.Connectors;
import dev.gangway.bootstrap.terminal.Terminal;
import java.time.Clock;

/** The use cases on the configured database, by plain constructors: a command is over before an injector has begun. */
final class DatabaseBackstage implements Backstage {
    private final Clock clock;

    DatabaseBackstage(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Workbench open(Terminal terminal, Purpose purpose) throws ConfigurationErrors {
        Configuration configuration = Configuration.read(terminal.variables(), purpose);
        Database database = Databases.open(configuration, Databases.Migration.IF_EMBEDDED_AND_EMPTY);
        return new Opened(configuration, database, clock);
    }

    private record Opened(Configuration configuration, Database database, PersistenceAdapters adapters, Clock clock)
            implements Workbench {
        Opened(Configuration configuration, Database database, Clock clock) {
            this(configuration, database, database.adapters(), clock);
        }

        @Override
        public EnrolPartner enrolPartner() {
            return new EnrolPartner(partners(), ids(), clock);
        }

        @Override
        public IssuePartnerToken issuePartnerToken() {
            return new IssuePartnerToken(partners(), credentials(), tokens(), ids(), clock);
        }

        @Override
        public RotatePartnerToken rotatePartnerToken() {
            return new RotatePartnerToken(credentials(), tokens(), ids(), clock);
        }

        @Override
        public RevokePartnerToken revokePartnerToken() {
            return new RevokePartnerToken(credentials(), clock);
        }

        @Override
        public RotateKeys rotateKeys() {
            MasterKey master = MasterKeys.current(configuration);
            CryptoAdapters crypto = CryptoAdapters.with(
                    master,
                    configuration.masterKeys().previous(),
                    adapters.keyRings(),
                    configuration.environment().apiName(),
                    clock);
            return new RotateKeys(adapters.keyRings(), crypto.keyWrapping(), clock);
        }

        @Override
        public RederiveLedger rederiveLedger() {
            return new RederiveLedger(adapters.derivations(), Connectors.closed(configuration.exchanges(), clock));
        }

        @Override
        public Partners partners() {
            return adapters.partners();
        }

        @Override
        public PartnerCredentials credentials() {
            return adapters.partnerCredentials();
        }

        private Ids ids() {
            return CryptoAdapters.idsBy(clock);
        }

        private RandomTokens tokens() {
            return CryptoAdapters.tokensOf(configuration.environment().apiName());
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
