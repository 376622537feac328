package dev.gangway.bootstrap.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.adapters.http.GangwayServer;
import dev.gangway.adapters.http.HttpSettings;
import dev.gangway.adapters.outbound.OutboundAdapters;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.ImportWorker;
import dev.gangway.application.audit.ForgetExplanations;
import dev.gangway.application.audit.WriteRefusals;
import dev.gangway.application.auth.ForgetSignatures;
import dev.gangway.application.auth.PurgeCallCounts;
import dev.gangway.application.idempotency.PurgeAnswers;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.RecordCredentialUses;
import dev.gangway.application.signin.PurgeSessions;
import dev.gangway.application.source.QueueDueRefreshes;
import dev.gangway.application.upload.PurgeUploads;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.MasterKeySettings;
import dev.gangway.bootstrap.config.MasterKeys;
import dev.gangway.bootstrap.config.ServerSettings;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.metrics.Metrics;
import dev.gangway.bootstrap.metrics.MetricsServer;
import dev.gangway.bootstrap.terminal.Refusal;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node: the HTTP server, the import workers and the metrics on one database. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** How long a stop lets an import finish its page. */
    private static final Duration IMPORT_PATIENCE = Duration.ofSeconds(5);

    private final Injector injector;
    private final URI baseUrl;
    /** What has been started, latest first: closing goes that way. */
    private final Deque<AutoCloseable> started;

    private Node(Injector injector, URI baseUrl, Deque<AutoCloseable> started) {
        this.injector = injector;
        this.baseUrl = baseUrl;
        this.started = started;
    }

    /**
     * Starts one.
     *
     * @param migration who may change the schema
     * @param demo where {@code /demo} leads, null for nowhere
     * @throws Refusal if something that it needs is missing, in one plain sentence
     */
    public static Node start(Configuration configuration, Databases.Migration migration, @Nullable URI demo) {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return start(configuration, migration, demo, started);
        } catch (RuntimeException refused) {
            close(started);
            throw refused;
        }
    }

    private static Node start(
            Configuration configuration,
            Databases.Migration migration,
            @Nullable URI demo,
            Deque<AutoCloseable> started) {
        ServerSettings settings = configuration.server();
        int port = Ports.claim(settings.host(), settings.port());
        String baseUrl = settings.baseUrlOn(port);
        MasterKeySettings masterKeys = new MasterKeySettings(
                MasterKeys.current(configuration), configuration.masterKeys().previous());
        Database database = Databases.open(configuration, migration);
        started.push(database);

        HttpSettings http = HttpSettings.of(settings.host(), port, baseUrl, configuration.operator())
                .in(configuration.environment().apiName())
                .behind(configuration.guards().trustedProxies());
        Injector injector = Guice.createInjector(
                Stage.PRODUCTION,
                modules(configuration, masterKeys, database, demo == null ? http : http.withDemo(demo.toString())));
        CryptoAdapters crypto = injector.getInstance(CryptoAdapters.class);
        ensureKeys(crypto);
        started.push(injector.getInstance(Metrics.class));
        started.push(injector.getInstance(ExchangeAdapters.class));
        started.push(injector.getInstance(OutboundAdapters.class));
        started.push(Housekeeping.start(
                injector.getInstance(PurgeSessions.class),
                injector.getInstance(PurgeUploads.class),
                injector.getInstance(PurgeCallCounts.class),
                injector.getInstance(PurgeAnswers.class),
                injector.getInstance(ForgetSignatures.class),
                injector.getInstance(QueueDueRefreshes.class)));
        started.push(CredentialUpkeep.start(
                injector.getInstance(RecordCredentialUses.class), injector.getInstance(ResealSecrets.class)));
        started.push(AuditWriter.start(
                injector.getInstance(WriteRefusals.class), injector.getInstance(ForgetExplanations.class)));
        startImports(injector.getInstance(ImportWorker.class), started);
        startMetrics(settings.metrics(), injector.getInstance(Metrics.class), started);
        startServer(injector.getInstance(GangwayServer.class), port, settings.shutdownGrace(), started);
        return new Node(injector, URI.create(baseUrl), started);
    }

    /** What this node is made of; everything that depends on the configuration is decided here. */
    private static List<Module> modules(
            Configuration configuration, MasterKeySettings masterKeys, Database database, HttpSettings http) {
        List<Module> modules = new ArrayList<>(List.of(
                new ClockModule(Clock.systemUTC()),
                new PersistenceModule(database),
                new CryptoModule(masterKeys, configuration.environment()),
                new ExchangesModule(configuration.exchanges()),
                new RatesModule(configuration.guards().rates()),
                new AuditModule(configuration.environment()),
                new OutboundModule(configuration.environment()),
                new AuthenticationModule(),
                new CredentialModule(),
                new UseCasesModule(
                        http.baseUrl(),
                        configuration.sessions(),
                        configuration.imports().retries(),
                        configuration.imports().refresh()),
                // whoever knows prices gives them here
                new PortfolioModule(null),
                new MetricsModule(),
                new PartnerApiModule(http.baseUrl()),
                new ImportModule(configuration.imports().workers()),
                new HttpModule(http)));
        URI sixpence = configuration.exchanges().sixpence();
        if (sixpence != null) {
            modules.add(new SixpenceModule(sixpence));
        }
        return modules;
    }

    private static void ensureKeys(CryptoAdapters crypto) {
        try {
            crypto.ensureKeys();
        } catch (IllegalStateException unopened) {
            throw Refusal.ofMasterKey(unopened);
        }
    }

    private static void startImports(ImportWorker worker, Deque<AutoCloseable> started) {
        started.push(() -> worker.stop(IMPORT_PATIENCE));
        worker.start();
    }

    private static void startMetrics(
            ServerSettings.MetricsPort settings, Metrics metrics, Deque<AutoCloseable> started) {
        if (settings.port() == 0) {
            return;
        }
        MetricsServer server;
        try {
            server = MetricsServer.start(settings.port(), metrics);
        } catch (IOException taken) {
            if (settings.asked()) {
                throw new Refusal("Port " + settings.port() + " is taken: choose another for the metrics with"
                        + " GANGWAY_METRICS_PORT, or 0 for none.");
            }
            server = onFreePort(metrics);
        }
        started.push(server);
        LOG.info("Metrics are at http://127.0.0.1:{}/metrics", server.port());
    }

    private static MetricsServer onFreePort(Metrics metrics) {
        try {
            return MetricsServer.start(0, metrics);
        } catch (IOException none) {
            throw new Refusal("There is no free port for the metrics: GANGWAY_METRICS_PORT=0 does without them.");
        }
    }

    private static void startServer(GangwayServer server, int port, Duration grace, Deque<AutoCloseable> started) {
        started.push(() -> server.stop(grace));
        try {
            server.start();
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw Ports.taken(port);
                }
            }
            throw failed;
        }
    }

    /** Where browsers reach it, without a trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Enrols partners. */
    public EnrolPartner enrolPartner() {
        return injector.getInstance(EnrolPartner.class);
    }

    /** Issues credentials. */
    public IssueCredential issueCredential() {
        return injector.getInstance(IssueCredential.class);
    }

    /** Stops gracefully: requests in flight are finished, picked imports handed back. */
    @Override
    public void close() {
        close(started);
    }

    private static void close(Deque<AutoCloseable> started) {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failed) {
                // the rest has to be stopped nevertheless
                LOG.warn("Something did not stop cleanly", failed);
            }
        }
    }
}
