package dev.gangway.bootstrap.server;

import dev.gangway.application.audit.ForgetExplanations;
import dev.gangway.application.audit.WriteRefusals;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refused calls to the audit log, once a second and when the node stops; a node that is killed loses that second. A
 * database that is away holds up nothing but this thread.
 */
final class AuditWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);

    /** How long a stop waits for what is being written. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    // what was counted is kept for the next round
    private final Rounds rounds =
            new Rounds("audit", 1, fault -> LOG.warn("The audit log could not be written: {}", fault.toString()));
    private final WriteRefusals write;
    private final ForgetExplanations forget;

    private AuditWriter(WriteRefusals write, ForgetExplanations forget) {
        this.write = write;
        this.forget = forget;
    }

    static AuditWriter start(WriteRefusals write, ForgetExplanations forget) {
        AuditWriter writer = new AuditWriter(write, forget);
        writer.rounds.every(Duration.ofSeconds(1), writer::write);
        writer.rounds.every(Duration.ofMinutes(10), writer::forget);
        return writer;
    }

    /** How many rows were counted in. */
    private int write() {
        return switch (write.execute(new WriteRefusals.Command())) {
            case WriteRefusals.Outcome.Written written -> {
                LOG.trace("{} rows were counted in", written.counts());
                yield written.counts();
            }
        };
    }

    private void forget() {
        switch (forget.execute(new ForgetExplanations.Command())) {
            case ForgetExplanations.Outcome.Forgotten forgotten ->
                LOG.debug("{} explanations were over", forgotten.explanations());
        }
    }

    @Override
    public void close() {
        if (!rounds.end(PATIENCE)) {
            return;
        }
        try {
            int written;
            do {
                // a part at a time; nobody calls any more
                written = write();
            } while (written > 0);
        } catch (RuntimeException fault) {
            LOG.warn("The last refused calls are not in the audit log: {}", fault.toString());
        }
    }
}
