package dev.gangway.bootstrap.metrics;

import dev.gangway.adapters.persistence.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** The meters of one node. */
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Those of the JVM at first. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Notes a request that is over. */
    public void requestFinished(String route, String method, int status, long nanos) {
        Timer.builder("gangway.http.requests")
                .description("Requests that are over, by route template, method and status")
                .tag("route", route)
                .tag("method", method)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Notes an import run that is over. */
    public void importFinished(String outcome) {
        registry.counter("gangway.imports", "outcome", outcome).increment();
    }

    /** Shows the database's pool and its queue of imports whenever somebody looks. */
    public void observe(Database database) {
        connections("active", database, Database.Connections::active);
        connections("idle", database, Database.Connections::idle);
        connections("awaited", database, Database.Connections::awaited);
        Gauge.builder("gangway.imports.queued", database, Database::queuedImports)
                .description("Imports that wait or run, on every node together")
                .register(registry);
    }

    private void connections(String state, Database database, ToIntFunction<Database.Connections> count) {
        Gauge.builder("gangway.database.connections", database, open -> count.applyAsInt(open.connections()))
                .description("Connections of the pool that requests share, and threads that wait for one")
                .tag("state", state)
                .register(registry);
    }

    /** All of them, as Prometheus reads them. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
