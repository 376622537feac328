package dev.gangway.bootstrap.server;

import dev.gangway.application.auth.ForgetSignatures;
import dev.gangway.application.auth.PurgeCallCounts;
import dev.gangway.application.idempotency.PurgeAnswers;
import dev.gangway.application.signin.PurgeSessions;
import dev.gangway.application.source.QueueDueRefreshes;
import dev.gangway.application.upload.PurgeUploads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is over and queues what is due, now and then; every node does. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** How long a stop waits for what is being deleted. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Rounds rounds = new Rounds("housekeeping", 1, fault -> LOG.warn("The housekeeping failed", fault));
    private final PurgeSessions purgeSessions;
    private final PurgeUploads purgeUploads;
    private final PurgeCallCounts purgeCallCounts;
    private final PurgeAnswers purgeAnswers;
    private final ForgetSignatures forgetSignatures;
    private final QueueDueRefreshes queueDueRefreshes;

    private Housekeeping(
            PurgeSessions purgeSessions,
            PurgeUploads purgeUploads,
            PurgeCallCounts purgeCallCounts,
            PurgeAnswers purgeAnswers,
            ForgetSignatures forgetSignatures,
            QueueDueRefreshes queueDueRefreshes) {
        this.purgeSessions = purgeSessions;
        this.purgeUploads = purgeUploads;
        this.purgeCallCounts = purgeCallCounts;
        this.purgeAnswers = purgeAnswers;
        this.forgetSignatures = forgetSignatures;
        this.queueDueRefreshes = queueDueRefreshes;
    }

    static Housekeeping start(
            PurgeSessions purgeSessions,
            PurgeUploads purgeUploads,
            PurgeCallCounts purgeCallCounts,
            PurgeAnswers purgeAnswers,
            ForgetSignatures forgetSignatures,
            QueueDueRefreshes queueDueRefreshes) {
        Housekeeping housekeeping = new Housekeeping(
                purgeSessions, purgeUploads, purgeCallCounts, purgeAnswers, forgetSignatures, queueDueRefreshes);
        housekeeping.rounds.every(Duration.ofMinutes(10), housekeeping::purge);
        housekeeping.rounds.every(Duration.ofMinutes(1), housekeeping::purgeCounts);
        housekeeping.rounds.every(Duration.ofMinutes(5), housekeeping::forget);
        housekeeping.rounds.every(Duration.ofMinutes(1), housekeeping::refresh);
        return housekeeping;
    }

    private void purge() {
        switch (purgeSessions.execute(new PurgeSessions.Command())) {
            case PurgeSessions.Outcome.Purged purged -> LOG.debug("{} sessions were over", purged.sessions());
        }
        switch (purgeUploads.execute(new PurgeUploads.Command())) {
            case PurgeUploads.Outcome.Purged purged -> LOG.debug("{} uploads were over", purged.uploads());
        }
        switch (purgeAnswers.execute(new PurgeAnswers.Command())) {
            case PurgeAnswers.Outcome.Purged purged -> LOG.debug("{} answers were over", purged.answers());
        }
    }

    private void purgeCounts() {
        switch (purgeCallCounts.execute(new PurgeCallCounts.Command())) {
            case PurgeCallCounts.Outcome.Purged purged -> LOG.debug("{} counts of calls were over", purged.counts());
        }
    }

    private void forget() {
        switch (forgetSignatures.execute(new ForgetSignatures.Command())) {
            case ForgetSignatures.Outcome.Forgotten forgotten ->
                LOG.debug("{} signatures were too old to come again", forgotten.signatures());
        }
    }

    private void refresh() {
        switch (queueDueRefreshes.execute(new QueueDueRefreshes.Command())) {
            case QueueDueRefreshes.Outcome.Queued queued -> LOG.debug("{} sources were due", queued.sources());
        }
    }

    @Override
    public void close() {
        rounds.end(PATIENCE);
    }
}
