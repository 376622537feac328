package dev.gangway.adapters.http;

import dev.gangway.adapters.http.health.HealthCheck;
import dev.gangway.adapters.http.health.HealthRoutes;
import dev.gangway.adapters.http.page.Assets;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.partnerapi.CallerRoutes;
import dev.gangway.adapters.http.partnerapi.PartnerLinkRoutes;
import dev.gangway.adapters.http.partnerapi.UserRoutes;
import dev.gangway.adapters.http.partnerapi.WithdrawalRoutes;
import dev.gangway.adapters.http.portfolio.PortfolioRoutes;
import dev.gangway.adapters.http.problem.Refusals;
import dev.gangway.adapters.http.registration.AttachmentRoutes;
import dev.gangway.adapters.http.registration.RegistrationRoutes;
import dev.gangway.adapters.http.report.GainsRoutes;
import dev.gangway.adapters.http.report.LedgerRoutes;
import dev.gangway.adapters.http.report.PrintRoutes;
import dev.gangway.adapters.http.report.ProgressRoutes;
import dev.gangway.adapters.http.report.ReportRoutes;
import dev.gangway.adapters.http.report.SharingRoutes;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.JsonBodies;
import dev.gangway.adapters.http.route.PartnerPosts;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SessionForms;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.server.AccessLog;
import dev.gangway.adapters.http.server.Dispatcher;
import dev.gangway.adapters.http.server.Entrance;
import dev.gangway.adapters.http.server.HttpObserver;
import dev.gangway.adapters.http.server.ServerErrors;
import dev.gangway.adapters.http.server.StandingHeaders;
import dev.gangway.adapters.http.signin.LinkForms;
import dev.gangway.adapters.http.signin.LinkPages;
import dev.gangway.adapters.http.signin.LinkRoutes;
import dev.gangway.adapters.http.signin.SessionRoutes;
import dev.gangway.adapters.http.site.SiteRoutes;
import dev.gangway.adapters.http.source.KeyRoutes;
import dev.gangway.adapters.http.source.RefreshRoutes;
import dev.gangway.adapters.http.source.UploadRoutes;
import dev.gangway.adapters.http.wire.ClientAddresses;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.RequestIds;
import dev.gangway.adapters.http.wire.SameOrigin;
import dev.gangway.adapters.http.wire.Stopping;
import dev.gangway.application.signin.port.FormTokens;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server, wired by plain constructors: the partner API, the redirect link and the pages. */
public final class GangwayServer {
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    /** Enough for accepting and selecting; requests run on virtual threads. */
    private static final int PLATFORM_THREADS = 16;

    private final HttpSettings settings;
    private final Dispatcher dispatcher;
    private final Entrance entrance;
    private final ServerErrors errors;
    private final AccessLog accessLog;
    private final Javalin javalin;
    private final Stopping stopping = new Stopping();

    /**
     * @param requestIds makes an id for a request that brings none; no two alike
     * @param checks what must work before this node can serve
     * @param observer is told of every request that is over
     */
    public GangwayServer(
            HttpSettings settings,
            UseCases useCases,
            FormTokens formTokens,
            Supplier<String> requestIds,
            List<HealthCheck> checks,
            HttpObserver observer) {
        this.settings = settings;
        Assets assets = Assets.load();
        Pages pages = Pages.of(assets, settings.operator());
        Refusals refusals = new Refusals(pages);
        SignedIn signedIn = new SignedIn(useCases.resumeSession(), settings.secure());
        Gate gate = new Gate(
                useCases.authenticatePartner(),
                useCases.noteRefusal(),
                useCases.admitCall(),
                useCases.admitAddress(),
                signedIn,
                refusals,
                settings.bodyTimeout());
        StandingHeaders headers = new StandingHeaders(settings.secure());
        this.entrance =
                new Entrance(new RequestIds(requestIds), new ClientAddresses(settings.trustedProxies()), headers);
        this.errors = new ServerErrors(entrance, headers, refusals);
        this.accessLog = new AccessLog(entrance, observer);
        this.dispatcher = new Dispatcher(
                routes(settings, useCases, formTokens, checks, assets, pages, signedIn, gate),
                gate,
                settings.bodyTimeout(),
                stopping);
        this.javalin = Javalin.create(this::configure);
    }

    private List<Route> routes(
            HttpSettings settings,
            UseCases useCases,
            FormTokens formTokens,
            List<HealthCheck> checks,
            Assets assets,
            Pages pages,
            SignedIn signedIn,
            Gate gate) {
        Frames frames = new Frames(formTokens);
        SameOrigin origin = new SameOrigin(settings.baseUrl());
        Duration patience = settings.bodyTimeout();
        List<HealthCheck> all = new ArrayList<>(checks);
        all.add(new Accepting());
        List<Route> routes = new ArrayList<>();
        JsonBodies bodies = new JsonBodies(gate, patience, stopping::hasBegun);
        PartnerPosts posts = new PartnerPosts(useCases.answerOnce(), bodies, gate);
        routes.addAll(
                new RegistrationRoutes(useCases.registerPartnerUser(), useCases.credentialRules(), posts).routes());
        routes.addAll(new CallerRoutes(settings.environment(), gate).routes());
        PartnerUseCases partner = useCases.partner();
        routes.addAll(new UserRoutes(partner.find(), partner.list(), partner.sources(), gate).routes());
        routes.addAll(new AttachmentRoutes(partner.attachSources(), useCases.credentialRules(), posts).routes());
        routes.addAll(new WithdrawalRoutes(partner.removeSource(), partner.endConnection(), gate).routes());
        routes.addAll(new PartnerLinkRoutes(partner.issueLink(), partner.viewLink(), partner.revokeLink(), posts, gate)
                .routes());
        routes.addAll(new PortfolioRoutes(useCases.viewPortfolio(), useCases.viewPortfolioProperties(), gate).routes());
        routes.addAll(new LinkRoutes(
                        useCases.redeemRedirectToken(),
                        signedIn,
                        new LinkForms(formTokens, origin, settings.secure()),
                        new LinkPages(pages, frames),
                        gate,
                        patience)
                .routes());
        routes.addAll(
                new SessionRoutes(useCases.signOut(), signedIn, formTokens, origin, pages, gate, patience).routes());
        ReportUseCases report = useCases.report();
        routes.addAll(new ReportRoutes(report.view(), report.holdings(), useCases.viewSharing(), pages, frames, gate)
                .routes());
        routes.addAll(new GainsRoutes(report.gains(), report.gainsFile(), pages, frames, gate).routes());
        routes.addAll(new PrintRoutes(report.holdings(), report.gains(), settings.operator(), gate).routes());
        routes.addAll(new LedgerRoutes(report.ledger(), report.ledgerFile(), pages, frames, gate).routes());
        SessionForms forms = new SessionForms(formTokens, origin, gate, patience);
        routes.addAll(new SharingRoutes(useCases.changeSharing(), forms, gate).routes());
        routes.addAll(new ProgressRoutes(useCases.sources().progress(), signedIn, gate).routes());
        routes.addAll(new RefreshRoutes(useCases.sources().refresh(), forms, gate).routes());
        routes.addAll(
                new KeyRoutes(useCases.sources().viewKey(), useCases.sources().replaceKey(), forms, pages, frames, gate)
                        .routes());
        routes.addAll(new UploadRoutes(
                        useCases.sources().readUpload(), useCases.sources().confirmUpload(), forms, pages, frames, gate)
                .routes());
        routes.addAll(new SiteRoutes(pages, assets, frames, signedIn, gate, settings.demo()).routes());
        routes.addAll(new HealthRoutes(all).routes());
        return routes;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = false;
        config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(this::configure);
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(errors);
            // sessions are ours; the container's is to leave cookies and paths alone
            context.getSessionHandler().setUsingCookies(false);
            context.getSessionHandler().setUsingUriParameters(false);
        });
        config.jetty.modifyHttpConfiguration(GangwayServer::configure);
        config.jetty.addConnector(this::connector);
        dispatcher.declare(config.routes);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory()));
        return threads;
    }

    private void configure(Server server) {
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(entrance);
        server.setHandler(graceful);
        server.setErrorHandler(errors);
        server.setRequestLog(accessLog);
        server.setStopAtShutdown(false);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // else a connection that has carried a token once takes it in any case from then on
        http.setHeaderCacheCaseSensitive(true);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        return connector;
    }

    /** Listens. */
    public void start() {
        javalin.start();
    }

    /**
     * Stops: no new connections, requests in flight are finished within {@code grace}, streams that would last come to
     * their end at once.
     */
    public void stop(Duration grace) {
        stopping.begin();
        javalin.jettyServer().server().setStopTimeout(grace.toMillis());
        javalin.stop();
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Every route, for whoever compares them with their description. */
    public List<Route> routes() {
        return dispatcher.routes();
    }

    /** Tells whoever routes traffic here to send no more. */
    private final class Accepting implements HealthCheck {
        @Override
        public String name() {
            return "accepting";
        }

        @Override
        public boolean ready() {
            return !stopping.hasBegun();
        }
    }
}
