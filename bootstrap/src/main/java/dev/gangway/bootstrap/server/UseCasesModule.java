package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.idempotency.AnswerOnce;
import dev.gangway.application.idempotency.PurgeAnswers;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.application.report.ViewProgress;
import dev.gangway.application.report.ViewReport;
import dev.gangway.application.report.port.Reports;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.PurgeSessions;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.application.signin.SignOut;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.application.source.ImportSource;
import dev.gangway.application.source.QueueDueRefreshes;
import dev.gangway.application.source.RefreshSource;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.ViewSourceKey;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.application.upload.ConfirmUpload;
import dev.gangway.application.upload.PurgeUploads;
import dev.gangway.application.upload.ReadUpload;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.domain.signin.SessionTimeouts;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.RetryPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The use cases, over whatever ports the other modules bind. */
final class UseCasesModule extends AbstractModule {
    private final String baseUrl;
    private final SessionTimeouts sessionTimeouts;
    private final RetryPolicy retries;
    private final RefreshInterval refreshInterval;

    UseCasesModule(
            String baseUrl, SessionTimeouts sessionTimeouts, RetryPolicy retries, RefreshInterval refreshInterval) {
        this.baseUrl = baseUrl;
        this.sessionTimeouts = sessionTimeouts;
        this.retries = retries;
        this.refreshInterval = refreshInterval;
    }

    @Provides
    @Singleton
    RegisterPartnerUser registerPartnerUser(
            Registrations registrations,
            Transactions transactions,
            CredentialVault vault,
            Fingerprints fingerprints,
            LinkSigner signer,
            RandomTokens tokens,
            Ids ids,
            Clock clock) {
        return new RegisterPartnerUser(
                registrations, transactions, vault, fingerprints, signer, tokens, ids, clock, baseUrl);
    }

    @Provides
    @Singleton
    AnswerOnce answerOnce(
            AnsweredCalls calls,
            RedirectTokens redirectTokens,
            LinkSigner signer,
            RandomTokens tokens,
            Ids ids,
            Clock clock) {
        return new AnswerOnce(calls, redirectTokens, signer, tokens, ids, clock, baseUrl);
    }

    @Provides
    @Singleton
    PurgeAnswers purgeAnswers(AnsweredCalls calls, Clock clock) {
        return new PurgeAnswers(calls, clock);
    }

    @Provides
    @Singleton
    RedeemRedirectToken redeemRedirectToken(LinkSigner signer, RedirectTokens links, RandomTokens tokens, Clock clock) {
        return new RedeemRedirectToken(signer, links, tokens, clock);
    }

    @Provides
    @Singleton
    ResumeSession resumeSession(Sessions sessions, RandomTokens tokens, Clock clock) {
        return new ResumeSession(sessions, tokens, sessionTimeouts, clock);
    }

    @Provides
    @Singleton
    SignOut signOut(Sessions sessions, Clock clock) {
        return new SignOut(sessions, clock);
    }

    @Provides
    @Singleton
    PurgeSessions purgeSessions(Sessions sessions, Clock clock) {
        return new PurgeSessions(sessions, sessionTimeouts, clock);
    }

    @Provides
    @Singleton
    ViewReport viewReport(Reports reports, Ledgers ledgers) {
        return new ViewReport(reports, ledgers);
    }

    @Provides
    @Singleton
    ViewLedger viewLedger(Reports reports, Ledgers ledgers) {
        return new ViewLedger(reports, ledgers);
    }

    @Provides
    @Singleton
    DownloadLedger downloadLedger(Reports reports, Ledgers ledgers) {
        return new DownloadLedger(reports, ledgers);
    }

    @Provides
    @Singleton
    ImportSource importSource(
            SourceImports imports, CredentialVault vault, Set<ExchangeConnector> connectors, Ids ids, Clock clock) {
        return new ImportSource(imports, vault, List.copyOf(connectors), retries, ids, clock);
    }

    @Provides
    @Singleton
    QueueDueRefreshes queueDueRefreshes(SourceRefreshes refreshes, Clock clock) {
        return new QueueDueRefreshes(refreshes, refreshInterval, clock);
    }

    @Provides
    @Singleton
    CredentialRules credentialRules(Set<ExchangeConnector> connectors) {
        return new CredentialRules(connectors.stream()
                .filter(ExchangeConnector::needsPassphrase)
                .map(ExchangeConnector::exchange)
                .collect(Collectors.toSet()));
    }

    @Provides
    @Singleton
    ViewSourceKey viewSourceKey(SourceKeys keys, CredentialRules rules) {
        return new ViewSourceKey(keys, rules);
    }

    @Provides
    @Singleton
    ReplaceSourceKey replaceSourceKey(
            SourceKeys keys,
            CredentialVault vault,
            Fingerprints fingerprints,
            CredentialRules rules,
            Ids ids,
            Clock clock) {
        return new ReplaceSourceKey(keys, vault, fingerprints, rules, ids, clock);
    }

    @Provides
    @Singleton
    ViewProgress viewProgress(Reports reports) {
        return new ViewProgress(reports);
    }

    @Provides
    @Singleton
    ReadUpload readUpload(Uploads uploads, RandomTokens hashes, Ids ids, Clock clock) {
        return new ReadUpload(uploads, hashes, ids, clock);
    }

    @Provides
    @Singleton
    ConfirmUpload confirmUpload(Uploads uploads, Ids ids, Clock clock) {
        return new ConfirmUpload(uploads, ids, clock);
    }

    @Provides
    @Singleton
    PurgeUploads purgeUploads(Uploads uploads, Clock clock) {
        return new PurgeUploads(uploads, clock);
    }

    @Provides
    @Singleton
    RefreshSource refreshSource(SourceRefreshes refreshes, Clock clock) {
        return new RefreshSource(refreshes, refreshInterval, clock);
    }

    @Provides
    @Singleton
    EnrolPartner enrolPartner(Partners partners, Ids ids, Clock clock) {
        return new EnrolPartner(partners, ids, clock);
    }

    @Provides
    @Singleton
    IssueCredential issueCredential(
            Partners partners,
            PartnerCredentials credentials,
            RandomTokens tokens,
            CryptoAdapters crypto,
            KeySets keySets,
            Ids ids,
            Clock clock) {
        return new IssueCredential(
                partners, credentials, tokens, crypto::sharedSecrets, crypto.publicKeys(), keySets, ids, clock);
    }
}
