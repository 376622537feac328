package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.adapters.http.health.HealthCheck;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.ImportWorker;
import dev.gangway.application.source.ImportSource;
import dev.gangway.bootstrap.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers that bring users' histories in. */
final class ImportModule extends AbstractModule {
    private static final Logger LOG = LoggerFactory.getLogger(ImportModule.class);

    private final int workers;

    ImportModule(int workers) {
        this.workers = workers;
    }

    @Provides
    @Singleton
    ImportWorker worker(Database database, ImportSource imports, Metrics metrics) {
        return database.importWorker(ImportWorker.Settings.of(workers), command -> {
            ImportSource.Outcome outcome = imports.execute(command);
            metrics.importFinished(name(outcome));
            log(command, outcome);
            return outcome;
        });
    }

    private static void log(ImportSource.Command command, ImportSource.Outcome outcome) {
        LOG.atInfo()
                .addKeyValue("source", command.source().value())
                .addKeyValue("attempt", command.attempt())
                .addKeyValue(
                        "outcome",
                        switch (outcome) {
                            case ImportSource.Outcome.Done done -> done.how();
                            case ImportSource.Outcome.RetryAfter retry ->
                                retry.why() + "; tried again in "
                                        + retry.delay().toSeconds() + " s";
                            case ImportSource.Outcome.HandedBack handedBack -> "handed back";
                        })
                .log("import");
    }

    private static String name(ImportSource.Outcome outcome) {
        return switch (outcome) {
            case ImportSource.Outcome.Done done -> done.how();
            case ImportSource.Outcome.RetryAfter retry -> "retry";
            case ImportSource.Outcome.HandedBack handedBack -> "handed back";
        };
    }

    @ProvidesIntoSet
    @Singleton
    HealthCheck scheduler(ImportWorker worker) {
        return new NamedCheck("scheduler", worker::ready);
    }
}
