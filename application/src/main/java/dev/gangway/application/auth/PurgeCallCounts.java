package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;

/** Deletes the counts whose calls have all left the window; any node may do so at any time. */
public final class PurgeCallCounts {
    private final CallRates rates;
    private final Clock clock;

    /** Purges {@code rates}. */
    public PurgeCallCounts(CallRates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many are gone. */
        record Purged(int counts) implements Outcome {}
    }

    /** Purges. */
    public Outcome execute(Command command) {
        // twice the window: a node whose clock is behind may still count there
        return new Outcome.Purged(rates.purge(ApplicationTime.now(clock).minus(CallRates.WINDOW.multipliedBy(2))));
    }
}
