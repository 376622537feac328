package dev.gangway.application.keys;

import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The job that a rotation begins: everything that is stored sealed ends under the newest sealing key, and what is
 * fingerprinted under a fingerprint key that is newer still. Row by row, while others go on: a row that somebody replaces
 * at the same moment stays as they wrote it. What is done is told by the rows alone, so that a run that was cut off is begun
 * again and goes on with what is left; any number of nodes may run it at once.
 *
 * <p>It is the job that publishes the next fingerprint key, once for each rotation. While one is published and not yet in
 * use, it waits: every row is written once.
 */
public final class ResealSecrets {
    private static final int BATCH = 200;

    private static final Comparator<WrappedKey> OLDEST_FIRST =
            Comparator.comparing(WrappedKey::activeFrom).thenComparing(WrappedKey::id);

    private final KeyRings rings;
    private final KeyWrapping wrapping;
    private final SealedRows rows;
    private final Resealing resealing;
    private final Clock clock;

    /** Seals {@code rows} anew. */
    public ResealSecrets(KeyRings rings, KeyWrapping wrapping, SealedRows rows, Resealing resealing, Clock clock) {
        this.rings = rings;
        this.wrapping = wrapping;
        this.rows = rows;
        this.resealing = resealing;
        this.clock = clock;
    }

    /**
     * What is known already.
     *
     * @param doneUnder the keys under which everything was found to be: while they are in use, nothing is read; null where
     *     nothing is known
     * @param toEnd whether it is to end behind the row that it is at
     */
    public record Command(@Nullable KeysInUse doneUnder, BooleanSupplier toEnd) {
        /** To its end. */
        public Command(@Nullable KeysInUse doneUnder) {
            this(doneUnder, () -> false);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Every row that opens is under the keys.
         *
         * @param keys the keys that are in use
         * @param resealed how many rows were sealed or fingerprinted anew
         * @param unreadable how many rows do not open, and stay as they are
         */
        record Done(KeysInUse keys, int resealed, int unreadable) implements Outcome {}

        /**
         * It was told to end; the rest is for whoever comes next.
         *
         * @param resealed how many rows were stored anew
         */
        record CutOff(int resealed) implements Outcome {}

        /**
         * Nothing was done yet: there are keys that are not in use.
         *
         * @param until when they are, on every node
         */
        record Waiting(Instant until) implements Outcome {}
    }

    /** Seals them. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        List<WrappedKey> all = rings.all();
        WrappedKey sealing = newest(all, KeyPurpose.SEALING, now);
        WrappedKey fingerprints = newest(all, KeyPurpose.FINGERPRINTS, now);
        WrappedKey next = next(all, sealing, fingerprints, now);
        if (next != null) {
            rings.addUnlessSince(sealing.createdAt(), next);
            return new Outcome.Waiting(next.activeFrom());
        }
        Instant inUse = later(sealing.activeFrom(), fingerprints.activeFrom());
        KeysInUse keys = resealing.keys();
        if (inUse.isAfter(now) || !keys.equals(new KeysInUse(sealing.id(), fingerprints.id()))) {
            // or this node is still to read them
            return new Outcome.Waiting(later(inUse, now));
        }
        return keys.equals(command.doneUnder()) ? new Outcome.Done(keys, 0, 0) : reseal(keys, command.toEnd());
    }

    private static WrappedKey newest(List<WrappedKey> all, KeyPurpose purpose, Instant now) {
        return all.stream()
                .filter(key -> key.purpose() == purpose)
                .filter(key -> key.retiredAt() == null || key.retiredAt().isAfter(now))
                .max(OLDEST_FIRST)
                .orElseThrow(() -> new IllegalStateException("There is no key for " + purpose.storedName()));
    }

    /**
     * The fingerprint key that follows the last rotation of the sealing key, null if it is there or its time has not come.
     * Nor does a node add one that the rotation's master key does not wrap: nobody else could open it.
     */
    private @Nullable WrappedKey next(List<WrappedKey> all, WrappedKey sealing, WrappedKey fingerprints, Instant now) {
        boolean rotated =
                all.stream().filter(key -> key.purpose() == KeyPurpose.SEALING).count() > 1;
        boolean isDue = rotated
                && fingerprints.createdAt().isBefore(sealing.createdAt())
                && !sealing.createdAt().isAfter(now)
                && wrapping.isCurrent(sealing);
        return isDue
                ? wrapping.generate(KeyPurpose.FINGERPRINTS, now, now.plus(WrappedKey.PUBLISHED_BEFORE_USE))
                : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Outcome reseal(KeysInUse keys, BooleanSupplier toEnd) {
        int resealed = 0;
        int unreadable = 0;
        Round round;
        do {
            // what was sealed under the old key just before the new one came into use may have been stored behind us
            round = new Round(keys, toEnd);
            for (SealedRow.Kind kind : SealedRow.Kind.values()) {
                round.go(kind);
            }
            resealed += round.resealed;
            if (toEnd.getAsBoolean()) {
                return new Outcome.CutOff(resealed);
            }
            unreadable = round.unreadable;
        } while (round.resealed > 0);
        return new Outcome.Done(keys, resealed, unreadable);
    }

    /** One walk through all rows. */
    private final class Round {
        private final KeysInUse keys;
        private final BooleanSupplier toEnd;
        private int resealed;
        private int unreadable;

        Round(KeysInUse keys, BooleanSupplier toEnd) {
            this.keys = keys;
            this.toEnd = toEnd;
        }

        void go(SealedRow.Kind kind) {
            List<SealedRow> batch = rows.underOthersThan(keys, kind, null, BATCH);
            while (!batch.isEmpty()) {
                for (SealedRow row : batch) {
                    if (toEnd.getAsBoolean()) {
                        return;
                    }
                    reseal(row);
                }
                batch = rows.underOthersThan(
                        keys, kind, batch.get(batch.size() - 1).row(), BATCH);
            }
        }

        private void reseal(SealedRow row) {
            switch (resealing.reseal(row)) {
                case Resealing.Resealed.Anew anew -> resealed += rows.replace(row, anew) ? 1 : 0;
                case Resealing.Resealed.AsNew asNew -> {}
                case Resealing.Resealed.Unreadable closed -> unreadable++;
            }
        }
    }
}
