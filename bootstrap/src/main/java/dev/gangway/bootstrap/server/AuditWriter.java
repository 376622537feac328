package dev.gangway.bootstrap.server;

import dev.gangway.application.audit.ForgetExplanations;
import dev.gangway.application.audit.WriteRefusals;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refused calls to the audit log, once a second and when the node stops; a node that is killed loses that second. A
 * database that is away holds up nothing but this thread.
 */
final class AuditWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);

    /** How long a stop waits for what is being written. */
    private static final int PATIENCE_SECONDS = 5;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit").daemon().factory());
    private final WriteRefusals write;
    private final ForgetExplanations forget;

    private AuditWriter(WriteRefusals write, ForgetExplanations forget) {
        this.write = write;
        this.forget = forget;
    }

    static AuditWriter start(WriteRefusals write, ForgetExplanations forget) {
        AuditWriter writer = new AuditWriter(write, forget);
        writer.every(1, TimeUnit.SECONDS, writer::write);
        writer.every(10, TimeUnit.MINUTES, writer::forget);
        return writer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round catches its own faults
    private void every(int count, TimeUnit unit, Runnable round) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        round.run();
                    } catch (RuntimeException fault) {
                        // the database may be away; what was counted is kept for the next round
                        LOG.warn("The audit log could not be written: {}", fault.toString());
                    }
                },
                count,
                count,
                unit);
    }

    private void write() {
        switch (write.execute(new WriteRefusals.Command())) {
            case WriteRefusals.Outcome.Written written -> LOG.trace("{} rows were counted in", written.counts());
        }
    }

    private void forget() {
        switch (forget.execute(new ForgetExplanations.Command())) {
            case ForgetExplanations.Outcome.Forgotten forgotten ->
                LOG.debug("{} explanations were over", forgotten.explanations());
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a round catches its own faults
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
                return;
            }
            write();
        } catch (RuntimeException fault) {
            LOG.warn("The last refused calls are not in the audit log: {}", fault.toString());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
