package dev.gangway.adapters.persistence;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.gangway.application.source.ImportSource;
import dev.gangway.domain.source.RetryPolicy;
import dev.gangway.domain.source.SourceId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Works off the queued imports, beside any number of other nodes: each job is picked by one of them, first imports first,
 * and is taken over from a node that has stopped giving signs of life. A job leaves the queue only when its import says that
 * nothing is left to do.
 */
public final class ImportWorker {
    /** After a fault of ours, such as a database that is gone: the job stays and tries again, ever more patiently. */
    private static final RetryPolicy AFTER_FAULT =
            new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Settings settings;
    private final Function<ImportSource.Command, ImportSource.Outcome> imports;
    private final @Nullable Scheduler scheduler;
    private final Semaphore idle;
    private volatile boolean stopping;

    private ImportWorker(
            DataSource dataSource,
            SqlDialect dialect,
            Settings settings,
            Function<ImportSource.Command, ImportSource.Outcome> imports) {
        this.settings = settings;
        this.imports = imports;
        this.idle = new Semaphore(settings.workers());
        this.scheduler = settings.workers() == 0 ? null : scheduler(dataSource, dialect);
    }

    /**
     * How a node imports.
     *
     * @param workers how many imports run at once; 0 if this node imports nothing
     * @param poll how long a due job may wait to be seen
     * @param heartbeat how often a running import gives a sign of life
     * @param missedHeartbeats after how many without one it is taken over, at least 4
     */
    public record Settings(int workers, Duration poll, Duration heartbeat, int missedHeartbeats) {
        /** Checks the numbers. */
        public Settings {
            if (workers < 0 || missedHeartbeats < 4) {
                throw new IllegalArgumentException("No fewer than 0 workers, and no fewer than 4 missed heartbeats");
            }
        }

        /** Seen within half a second, taken over from a killed node within 35. */
        public static Settings of(int workers) {
            return new Settings(workers, Duration.ofMillis(500), Duration.ofSeconds(5), 5);
        }
    }

    /**
     * A worker on the database that queues the imports.
     *
     * @param dataSource connections for the queue alone, so that its polls never wait for requests; a few are enough
     * @param imports what runs an import, usually {@code ImportSource::execute}; one that throws is tried again
     */
    public static ImportWorker on(
            DataSource dataSource,
            SqlDialect dialect,
            Settings settings,
            Function<ImportSource.Command, ImportSource.Outcome> imports) {
        return new ImportWorker(dataSource, dialect, settings, imports);
    }

    private Scheduler scheduler(DataSource dataSource, SqlDialect dialect) {
        Task<ImportJob> task = Tasks.custom(ImportJob.TASK, ImportJob.class)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) -> operations.reschedule(
                        complete,
                        complete.getTimeDone()
                                .plus(AFTER_FAULT.waitAfter(
                                        complete.getExecution().consecutiveFailures + 1, Duration.ZERO))))
                .execute((instance, context) -> run(instance.getData(), context.getExecution().consecutiveFailures));
        return Scheduler.create(dataSource, task)
                .schedulerName(new SchedulerName.Fixed(newName()))
                .jdbcCustomization(dialect.scheduling())
                .serializer(new ImportJobSerializer())
                .threads(settings.workers())
                .pollingInterval(settings.poll())
                // picks no more than it can begin at once: the rest is for other nodes
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                .enablePriority()
                .shutdownMaxWait(Duration.ofSeconds(2))
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    /** Another at each call and in each process, also where every container's process is number 1. */
    static String newName() {
        return "gangway-" + ProcessHandle.current().pid() + '-' + Long.toUnsignedString(System.nanoTime(), 36);
    }

    /** Begins to work off the queue. */
    public void start() {
        if (scheduler != null) {
            scheduler.start();
        }
    }

    /** Has a look at the queue now. For whoever cannot wait for the next poll and does not call often. */
    public void wake() {
        if (scheduler != null && !stopping) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Whether this node imports, or need not. */
    public boolean ready() {
        return scheduler == null || (scheduler.getSchedulerState().isStarted() && !stopping);
    }

    /**
     * Stops picking jobs, asks the running imports to stop at their next page and hands all of them back to the queue, where
     * they are due at once.
     *
     * @param patience how long an import may take for its page before it is interrupted
     */
    public void stop(Duration patience) {
        boolean again = stopping;
        stopping = true;
        if (scheduler == null || again) {
            return;
        }
        scheduler.pause();
        try {
            if (idle.tryAcquire(settings.workers(), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                idle.release(settings.workers());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        scheduler.stop();
    }

    private CompletionHandler<ImportJob> run(ImportJob job, int faults) {
        idle.acquireUninterruptibly();
        try {
            return completion(job, outcome(job, faults));
        } finally {
            idle.release();
        }
    }

    private ImportSource.Outcome outcome(ImportJob job, int faults) {
        if (stopping) {
            return new ImportSource.Outcome.HandedBack();
        }
        try {
            return imports.apply(
                    new ImportSource.Command(new SourceId(job.source()), job.attempt(), faults, () -> stopping));
        } catch (RuntimeException fault) {
            if (stopping) {
                return new ImportSource.Outcome.HandedBack();
            }
            throw fault;
        } finally {
            if (stopping) {
                // an interruption was meant for the import: handing the job back still needs the database
                Thread.interrupted();
            }
        }
    }

    private static CompletionHandler<ImportJob> completion(ImportJob job, ImportSource.Outcome outcome) {
        return switch (outcome) {
            case ImportSource.Outcome.Done done -> (complete, operations) -> operations.remove();
            case ImportSource.Outcome.HandedBack handedBack ->
                (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case ImportSource.Outcome.RetryAfter retry ->
                (complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(retry.delay()), retry.counts() ? job.next() : job);
        };
    }
}
