package dev.gangway.bootstrap.server;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.partner.RecordCredentialUses;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when credentials were used, and goes on with what a rotation of the keys has begun: everything that is sealed
 * is stored anew. Every node does. On threads of its own, so that neither waits for the other and no call for either.
 */
final class CredentialUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialUpkeep.class);

    /** How long a stop waits for what is being written. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration USES_EVERY = Duration.ofSeconds(10);
    private static final Duration KEYS_EVERY = Duration.ofSeconds(15);

    /** Soon after a start: what the server before was killed in the middle of need not wait for longer. */
    private static final Duration KEYS_FIRST = Duration.ofSeconds(1);

    /** While the keys stay the same, the rows are looked through once in so many rounds: a minute. */
    private static final int ROUNDS_BETWEEN_LOOKS = 4;

    /** After so many looks at which nothing was left to store anew, only a new key brings about another. */
    private static final int QUIET_LOOKS = 3;

    private final Rounds rounds = new Rounds("credential-upkeep", 2, fault -> {
        LOG.warn("The upkeep of credentials failed: {}", fault.toString());
        LOG.debug("Why the upkeep of credentials failed", fault);
    });
    private final RecordCredentialUses recordUses;
    private final ResealSecrets reseal;
    /** Of the sealing thread alone. */
    private @Nullable KeysInUse doneUnder;

    private int roundsUntilLook;
    private int quietLooks;
    private volatile boolean closing;

    private CredentialUpkeep(RecordCredentialUses recordUses, ResealSecrets reseal) {
        this.recordUses = recordUses;
        this.reseal = reseal;
    }

    static CredentialUpkeep start(RecordCredentialUses recordUses, ResealSecrets reseal) {
        CredentialUpkeep upkeep = new CredentialUpkeep(recordUses, reseal);
        upkeep.rounds.every(USES_EVERY, upkeep::writeUses);
        upkeep.rounds.every(KEYS_FIRST, KEYS_EVERY, upkeep::reseal);
        return upkeep;
    }

    private void writeUses() {
        switch (recordUses.execute(new RecordCredentialUses.Command())) {
            case RecordCredentialUses.Outcome.Recorded recorded ->
                LOG.debug("{} credentials were used", recorded.credentials());
        }
    }

    private void reseal() {
        roundsUntilLook--;
        boolean look = quietLooks < QUIET_LOOKS && roundsUntilLook <= 0;
        switch (reseal.execute(new ResealSecrets.Command(look ? null : doneUnder, () -> closing))) {
            case ResealSecrets.Outcome.Done done -> note(done, look);
            case ResealSecrets.Outcome.CutOff cutOff ->
                LOG.info("Stored {} secrets anew; the rest is for the next server", cutOff.resealed());
            case ResealSecrets.Outcome.Waiting waiting ->
                LOG.debug("Secrets are stored anew when the newest keys are in use, at {}", waiting.until());
        }
    }

    private void note(ResealSecrets.Outcome.Done done, boolean look) {
        boolean sameKeys = done.keys().equals(doneUnder);
        if (!look && sameKeys) {
            return;
        }
        doneUnder = done.keys();
        roundsUntilLook = ROUNDS_BETWEEN_LOOKS;
        quietLooks = sameKeys && done.resealed() == 0 ? quietLooks + 1 : 0;
        if (done.resealed() > 0) {
            LOG.info(
                    "Stored {} secrets anew, under the sealing key {} and the fingerprint key {}",
                    done.resealed(),
                    done.keys().sealing(),
                    done.keys().fingerprints());
        }
        if (done.unreadable() > 0) {
            LOG.warn("{} sealed secrets do not open and stay as they are", done.unreadable());
        }
    }

    @Override
    public void close() {
        closing = true;
        if (!rounds.end(PATIENCE)) {
            return;
        }
        try {
            writeUses();
        } catch (RuntimeException fault) {
            LOG.debug("The last uses of credentials are not written down", fault);
        }
    }
}
