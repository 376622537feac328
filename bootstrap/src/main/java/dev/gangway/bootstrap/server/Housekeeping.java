package dev.gangway.bootstrap.server;

import dev.gangway.application.signin.PurgeSessions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is over, now and then; every node does. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long EVERY_MINUTES = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    private final PurgeSessions purgeSessions;

    private Housekeeping(PurgeSessions purgeSessions) {
        this.purgeSessions = purgeSessions;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round catches its own faults
    static Housekeeping start(PurgeSessions purgeSessions) {
        Housekeeping housekeeping = new Housekeeping(purgeSessions);
        housekeeping.thread.scheduleWithFixedDelay(housekeeping::round, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        return housekeeping;
    }

    private void round() {
        try {
            switch (purgeSessions.execute(new PurgeSessions.Command())) {
                case PurgeSessions.Outcome.Purged purged -> LOG.debug("{} sessions were over", purged.sessions());
            }
        } catch (RuntimeException fault) {
            // the database may be away; the next round comes anyway
            LOG.warn("The housekeeping failed", fault);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
