package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.bootstrap.metrics.Metrics;

/** The meters. */
final class MetricsModule extends AbstractModule {
    @Provides
    @Singleton
    Metrics metrics(Database database) {
        Metrics metrics = new Metrics();
        metrics.observe(database);
        return metrics;
    }
}
