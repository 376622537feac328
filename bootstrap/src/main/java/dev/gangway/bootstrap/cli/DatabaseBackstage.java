package dev.gangway.bootstrap.cli;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.outbound.OutboundAdapters;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.partner.RotateCredential;
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
import dev.gangway.bootstrap.terminal.Refusal;
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
        public IssueCredential issueCredential() {
            return new IssueCredential(
                    partners(),
                    credentials(),
                    tokens(),
                    this::sharedSecrets,
                    CryptoAdapters.publicKeyReading(),
                    keySets(),
                    ids(),
                    clock);
        }

        @Override
        public RotateCredential rotateCredential() {
            return new RotateCredential(
                    credentials(),
                    tokens(),
                    this::sharedSecrets,
                    CryptoAdapters.publicKeyReading(),
                    keySets(),
                    ids(),
                    clock);
        }

        @Override
        public RevokeCredential revokeCredential() {
            return new RevokeCredential(credentials(), clock);
        }

        @Override
        public RotateKeys rotateKeys() {
            return new RotateKeys(adapters.keyRings(), crypto().keyWrapping(), adapters.auditTrail(), clock);
        }

        @Override
        public ResealSecrets resealSecrets() {
            CryptoAdapters crypto = cryptoWithKeys();
            return new ResealSecrets(
                    adapters.keyRings(), crypto.keyWrapping(), adapters.sealedRows(), crypto.resealing(), clock);
        }

        @Override
        public RetireKeys retireKeys() {
            return new RetireKeys(adapters.keyRings(), adapters.sealedRows(), adapters.auditTrail(), clock);
        }

        private SharedSecrets sharedSecrets() {
            return cryptoWithKeys().sharedSecrets();
        }

        private CryptoAdapters cryptoWithKeys() {
            CryptoAdapters crypto = crypto();
            try {
                crypto.ensureKeys();
            } catch (IllegalStateException unopened) {
                throw Refusal.ofMasterKey(unopened);
            }
            return crypto;
        }

        private CryptoAdapters crypto() {
            return CryptoAdapters.with(
                    MasterKeys.current(configuration),
                    configuration.masterKeys().previous(),
                    adapters.keyRings(),
                    configuration.environment().apiName(),
                    clock);
        }

        /** The client is opened for the one call that a command makes, if it makes any. */
        private KeySets keySets() {
            boolean loopback = !configuration.environment().isStrict();
            return CryptoAdapters.keySets(
                    address -> {
                        try (OutboundAdapters outbound = OutboundAdapters.calling(loopback)) {
                            return outbound.keySetDocuments().fetch(address);
                        }
                    },
                    clock);
        }

        @Override
        public RederiveLedger rederiveLedger() {
            return new RederiveLedger(
                    adapters.derivations(),
                    Connectors.closed(configuration.exchanges(), clock),
                    adapters.auditTrail(),
                    clock);
        }

        @Override
        public AuditTrail auditTrail() {
            return adapters.auditTrail();
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
