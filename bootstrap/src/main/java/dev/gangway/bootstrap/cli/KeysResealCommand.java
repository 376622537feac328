package dev.gangway.bootstrap.cli;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gangway keys reseal}. */
@Command(
        name = "reseal",
        description = {
            "Store users' exchange credentials, client secrets and signing keys under the newest keys: seal them under the"
                    + " sealing key that 'gangway keys rotate' has added, and fingerprint API keys under a new fingerprint"
                    + " key.",
            "Servers do so by themselves. It may run beside them, and one that was cut off is begun again. A key is"
                    + " published a minute before it is used: until then there is nothing to do but wait."
        })
final class KeysResealCommand extends DatabaseCommand {
    /** Waits for the time to come. */
    interface Waiting {
        /** Never shorter: a node may have to read keys again whose time has come. */
        Duration AT_LEAST = Duration.ofSeconds(1);

        /** Returns at about that time. */
        void until(Instant time) throws InterruptedException;

        /** Waits for real. */
        static Waiting by(Clock clock) {
            return time -> {
                Duration left = Duration.between(clock.instant(), time);
                Thread.sleep(left.compareTo(AT_LEAST) > 0 ? left : AT_LEAST);
            };
        }
    }

    private final Waiting waiting;

    @Option(
            names = "--wait",
            description = "Wait until the newest keys are in use, two minutes at most after a rotation, and go on.")
    private boolean wait;

    KeysResealCommand(Terminal terminal, Backstage backstage, Waiting waiting) {
        super(terminal, backstage, Purpose.KEYS);
        this.waiting = waiting;
    }

    @Override
    Answer run(Workbench workbench) {
        ResealSecrets reseal = workbench.resealSecrets();
        ResealSecrets.Command anything = new ResealSecrets.Command(null);
        ResealSecrets.Outcome outcome = reseal.execute(anything);
        while (wait && outcome instanceof ResealSecrets.Outcome.Waiting early) {
            await(early.until());
            outcome = reseal.execute(anything);
        }
        return switch (outcome) {
            case ResealSecrets.Outcome.Done done -> {
                List<String> lines = new ArrayList<>();
                lines.add(done.resealed() + " secrets stored anew, under the sealing key "
                        + done.keys().sealing() + " and the fingerprint key "
                        + done.keys().fingerprints());
                if (done.unreadable() > 0) {
                    lines.add(done.unreadable() + " do not open and stay as they are");
                }
                yield answer(done.keys(), done.resealed(), done.unreadable(), null, lines);
            }
            case ResealSecrets.Outcome.CutOff cutOff ->
                answer(
                        null,
                        cutOff.resealed(),
                        0,
                        null,
                        List.of(cutOff.resealed() + " secrets stored anew: run it again"));
            case ResealSecrets.Outcome.Waiting early ->
                answer(
                        null,
                        0,
                        0,
                        early.until(),
                        List.of("The newest keys are in use from " + Described.time(early.until())
                                + ": run it again then, or with --wait"));
        };
    }

    private void await(Instant time) {
        try {
            waiting.until(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + time, stopped);
        }
    }

    private static Answer answer(
            @Nullable KeysInUse keys, int resealed, int unreadable, @Nullable Instant until, List<String> lines) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (keys != null) {
            data.put("kid", keys.sealing());
            data.put("fingerprint_kid", keys.fingerprints());
        }
        data.put("resealed", resealed);
        data.put("unreadable", unreadable);
        if (until != null) {
            data.put("waiting_until", String.valueOf(Described.time(until)));
        }
        return new Answer(data, lines);
    }
}
