package dev.gangway.bootstrap.server;

import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.partner.RecordCredentialUses;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when credentials were used, and seals everything anew once a new sealing key is in use; every node does. On
 * threads of its own, so that neither waits for the other and no call for either.
 */
final class CredentialUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialUpkeep.class);

    private static final Duration USES_EVERY = Duration.ofSeconds(10);
    private static final Duration SEALS_EVERY = Duration.ofMinutes(1);

    /** After so many rounds in which nothing was left to seal, only a new key starts another. */
    private static final int QUIET_ROUNDS = 3;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("credential-upkeep-", 1).daemon().factory());
    private final RecordCredentialUses recordUses;
    private final ResealSecrets reseal;
    /** Of the sealing thread alone. */
    private String sealedUnder = "";

    private int quietRounds;

    private CredentialUpkeep(RecordCredentialUses recordUses, ResealSecrets reseal) {
        this.recordUses = recordUses;
        this.reseal = reseal;
    }

    static CredentialUpkeep start(RecordCredentialUses recordUses, ResealSecrets reseal) {
        CredentialUpkeep upkeep = new CredentialUpkeep(recordUses, reseal);
        upkeep.every(USES_EVERY, upkeep::writeUses);
        upkeep.every(SEALS_EVERY, upkeep::seal);
        return upkeep;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round catches its own faults
    private void every(Duration pause, Runnable round) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        round.run();
                    } catch (RuntimeException fault) {
                        // the database may be away; the next round comes anyway
                        LOG.warn("The upkeep of credentials failed: {}", fault.toString());
                        LOG.debug("Why the upkeep of credentials failed", fault);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void writeUses() {
        switch (recordUses.execute(new RecordCredentialUses.Command())) {
            case RecordCredentialUses.Outcome.Recorded recorded ->
                LOG.debug("{} credentials were used", recorded.credentials());
        }
    }

    private void seal() {
        String doneUnder = quietRounds < QUIET_ROUNDS ? null : sealedUnder;
        switch (reseal.execute(new ResealSecrets.Command(doneUnder))) {
            case ResealSecrets.Outcome.Done done -> {
                quietRounds = done.resealed() == 0 && done.keyId().equals(sealedUnder) ? quietRounds + 1 : 0;
                sealedUnder = done.keyId();
                if (done.resealed() > 0) {
                    LOG.info("Sealed {} secrets anew under the key {}", done.resealed(), done.keyId());
                }
                if (done.unreadable() > 0) {
                    LOG.warn("{} sealed secrets do not open and stay as they are", done.unreadable());
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (threads.awaitTermination(2, TimeUnit.SECONDS)) {
                writeUses();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.debug("The last uses of credentials are not written down", fault);
        }
    }
}
