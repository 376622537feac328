package dev.gangway.application.source;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.application.source.port.SourceRefreshes.Due;
import dev.gangway.domain.source.RefreshInterval;
import java.time.Clock;

/** Queues the refresh of every source that is due; every node does so every minute, and none gets in another's way. */
public final class QueueDueRefreshes {
    /** How many sources one transaction takes: few enough to hold up no import of theirs. */
    static final int BATCH = 100;

    /** How many batches one call takes: what is left waits for the next. */
    static final int MOST_BATCHES = 100;

    private final SourceRefreshes refreshes;
    private final RefreshInterval interval;
    private final Clock clock;

    /** Refreshes each source once in {@code interval}. */
    public QueueDueRefreshes(SourceRefreshes refreshes, RefreshInterval interval, Clock clock) {
        this.refreshes = refreshes;
        this.interval = interval;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many sources are queued. */
        record Queued(int sources) implements Outcome {}
    }

    /** Queues. */
    public Outcome execute(Command command) {
        int queued = 0;
        for (int i = 0; i < MOST_BATCHES; i++) {
            Due due = refreshes.queueDue(interval, ApplicationTime.now(clock), BATCH);
            queued += due.queued();
            if (due.queued() + due.planned() < BATCH) {
                break;
            }
        }
        return new Outcome.Queued(queued);
    }
}
