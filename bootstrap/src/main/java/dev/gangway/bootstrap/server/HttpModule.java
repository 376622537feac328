package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.adapters.http.GangwayServer;
import dev.gangway.adapters.http.HttpSettings;
import dev.gangway.adapters.http.PartnerUseCases;
import dev.gangway.adapters.http.ReportUseCases;
import dev.gangway.adapters.http.SourceUseCases;
import dev.gangway.adapters.http.UseCases;
import dev.gangway.adapters.http.health.HealthCheck;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.auth.AdmitAddress;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.idempotency.AnswerOnce;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.application.report.ViewProgress;
import dev.gangway.application.report.ViewReport;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.application.signin.SignOut;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.source.RefreshSource;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.ViewSourceKey;
import dev.gangway.application.upload.ConfirmUpload;
import dev.gangway.application.upload.ReadUpload;
import dev.gangway.bootstrap.metrics.Metrics;
import dev.gangway.domain.source.CredentialRules;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The HTTP server and what it tells of its readiness. */
final class HttpModule extends AbstractModule {
    private final HttpSettings settings;

    HttpModule(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), HealthCheck.class);
    }

    @ProvidesIntoSet
    @Singleton
    HealthCheck database(Database database) {
        return new NamedCheck("database", database::isReachable);
    }

    @ProvidesIntoSet
    @Singleton
    HealthCheck migrations(Database database) {
        return new NamedCheck("migrations", () -> database.schemaState().isUsable());
    }

    @Provides
    @Singleton
    UseCases useCases(
            AuthenticatePartner authenticatePartner,
            NoteRefusal noteRefusal,
            AdmitCall admitCall,
            AdmitAddress admitAddress,
            AnswerOnce answerOnce,
            RegisterPartnerUser registerPartnerUser,
            CredentialRules credentialRules,
            RedeemRedirectToken redeemRedirectToken,
            ResumeSession resumeSession,
            SignOut signOut,
            ReportUseCases report,
            SourceUseCases sources,
            ViewPortfolio viewPortfolio,
            ViewPortfolioProperties viewPortfolioProperties,
            ViewSharing viewSharing,
            ChangeSharing changeSharing,
            PartnerUseCases partner) {
        return new UseCases(
                authenticatePartner,
                noteRefusal,
                admitCall,
                admitAddress,
                answerOnce,
                registerPartnerUser,
                credentialRules,
                redeemRedirectToken,
                resumeSession,
                signOut,
                report,
                sources,
                viewPortfolio,
                viewPortfolioProperties,
                viewSharing,
                changeSharing,
                partner);
    }

    @Provides
    @Singleton
    SourceUseCases sources(
            RefreshSource refresh,
            ViewSourceKey viewKey,
            ReplaceSourceKey replaceKey,
            ViewProgress progress,
            ReadUpload readUpload,
            ConfirmUpload confirmUpload) {
        return new SourceUseCases(refresh, viewKey, replaceKey, progress, readUpload, confirmUpload);
    }

    @Provides
    @Singleton
    ReportUseCases report(
            ViewReport view,
            ViewHoldings holdings,
            ViewGains gains,
            DownloadGains gainsFile,
            ViewLedger ledger,
            DownloadLedger ledgerFile) {
        return new ReportUseCases(view, holdings, gains, gainsFile, ledger, ledgerFile);
    }

    @Provides
    @Singleton
    GangwayServer server(UseCases useCases, FormTokens formTokens, Set<HealthCheck> checks, Metrics metrics) {
        return new GangwayServer(
                settings,
                useCases,
                formTokens,
                () -> UUID.randomUUID().toString(),
                List.copyOf(checks),
                metrics::requestFinished);
    }
}
