package dev.gangway.application.idempotency;

import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;
import java.time.Instant;

/** Deletes remembered answers that are over, in batches; any node may do so at any time, and nobody waits for it. */
public final class PurgeAnswers {
    private static final int BATCH = 1000;

    private final AnsweredCalls calls;
    private final Clock clock;

    /** Purges {@code calls}. */
    public PurgeAnswers(AnsweredCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many are gone. */
        record Purged(int answers) implements Outcome {}
    }

    /** Purges. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        int purged = 0;
        int batch;
        do {
            batch = calls.purge(now, BATCH);
            purged += batch;
        } while (batch == BATCH);
        return new Outcome.Purged(purged);
    }
}
