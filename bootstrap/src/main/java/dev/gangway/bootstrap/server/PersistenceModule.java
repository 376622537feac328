package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.CachedCredentialLookup;
import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.application.registration.port.Attachments;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.report.port.Reports;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.application.user.port.Withdrawals;
import java.time.Clock;

/** Everything that is kept, on an open database. */
final class PersistenceModule extends AbstractModule {
    private final Database database;

    PersistenceModule(Database database) {
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(Database.class).toInstance(database);
    }

    @Provides
    @Singleton
    PersistenceAdapters adapters() {
        return database.adapters();
    }

    @Provides
    @Singleton
    Transactions transactions(PersistenceAdapters adapters) {
        return adapters.transactions();
    }

    @Provides
    @Singleton
    Registrations registrations(PersistenceAdapters adapters) {
        return adapters.registrations();
    }

    @Provides
    @Singleton
    Partners partners(PersistenceAdapters adapters) {
        return adapters.partners();
    }

    @Provides
    @Singleton
    PartnerCredentials partnerCredentials(PersistenceAdapters adapters) {
        return adapters.partnerCredentials();
    }

    @Provides
    @Singleton
    CredentialLookup credentialLookup(PersistenceAdapters adapters, Clock clock) {
        return new CachedCredentialLookup(adapters.credentialLookup(), clock);
    }

    @Provides
    @Singleton
    CallRates callRates(PersistenceAdapters adapters) {
        return adapters.callRates();
    }

    @Provides
    @Singleton
    SignatureMarks signatureMarks(PersistenceAdapters adapters) {
        return adapters.signatureMarks();
    }

    @Provides
    @Singleton
    RedirectTokens redirectTokens(PersistenceAdapters adapters) {
        return adapters.redirectTokens();
    }

    @Provides
    @Singleton
    PartnerUsers partnerUsers(PersistenceAdapters adapters) {
        return adapters.partnerUsers();
    }

    @Provides
    @Singleton
    Attachments attachments(PersistenceAdapters adapters) {
        return adapters.attachments();
    }

    @Provides
    @Singleton
    Withdrawals withdrawals(PersistenceAdapters adapters) {
        return adapters.withdrawals();
    }

    @Provides
    @Singleton
    PartnerLinks partnerLinks(PersistenceAdapters adapters) {
        return adapters.partnerLinks();
    }

    @Provides
    @Singleton
    Sessions sessions(PersistenceAdapters adapters) {
        return adapters.sessions();
    }

    @Provides
    @Singleton
    Ledgers ledgers(PersistenceAdapters adapters) {
        return adapters.ledgers();
    }

    @Provides
    @Singleton
    Reports reports(PersistenceAdapters adapters) {
        return adapters.reports();
    }

    @Provides
    @Singleton
    Portfolios portfolios(PersistenceAdapters adapters) {
        return adapters.portfolios();
    }

    @Provides
    @Singleton
    SourceImports sourceImports() {
        return database.importAdapters().sourceImports();
    }

    @Provides
    @Singleton
    SourceRefreshes sourceRefreshes(PersistenceAdapters adapters) {
        return adapters.sourceRefreshes();
    }

    @Provides
    @Singleton
    SourceKeys sourceKeys(PersistenceAdapters adapters) {
        return adapters.sourceKeys();
    }

    @Provides
    @Singleton
    Uploads uploads(PersistenceAdapters adapters) {
        return adapters.uploads();
    }

    @Provides
    @Singleton
    AnsweredCalls answeredCalls(PersistenceAdapters adapters) {
        return adapters.answeredCalls();
    }

    @Provides
    @Singleton
    AuditTrail auditTrail(PersistenceAdapters adapters) {
        return adapters.auditTrail();
    }

    @Provides
    @Singleton
    KeyRings keyRings(PersistenceAdapters adapters) {
        return adapters.keyRings();
    }
}
