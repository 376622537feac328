package dev.gangway.application.keys;

import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals everything that is stored sealed under the key that seals now, row by row, while others go on: a row that somebody
 * replaces at the same moment stays as they wrote it. What is done is told by the rows alone, so that a run that was cut off
 * is begun again and goes on with what is left; any number of nodes may run it at once.
 */
public final class ResealSecrets {
    private static final int BATCH = 200;

    private final SealedRows rows;
    private final Resealing resealing;

    /** Seals {@code rows} anew. */
    public ResealSecrets(SealedRows rows, Resealing resealing) {
        this.rows = rows;
        this.resealing = resealing;
    }

    /**
     * What is known already.
     *
     * @param doneUnder the key under which everything was found to be sealed: while it seals, nothing is read; null where
     *     nothing is known
     */
    public record Command(@Nullable String doneUnder) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Every row that opens is sealed under the key.
         *
         * @param keyId the key that seals now
         * @param resealed how many rows were sealed anew
         * @param unreadable how many rows do not open, and stay as they are
         */
        record Done(String keyId, int resealed, int unreadable) implements Outcome {}
    }

    /** Seals them. */
    public Outcome execute(Command command) {
        String keyId = resealing.activeKey();
        if (keyId.equals(command.doneUnder())) {
            return new Outcome.Done(keyId, 0, 0);
        }
        int resealed = 0;
        int unreadable = 0;
        Round round;
        do {
            // what was sealed under the old key just before the new one came into use may have been stored behind us
            round = new Round(keyId);
            for (SealedRow.Kind kind : SealedRow.Kind.values()) {
                round.go(kind);
            }
            resealed += round.resealed;
            unreadable = round.unreadable;
        } while (round.resealed > 0);
        return new Outcome.Done(keyId, resealed, unreadable);
    }

    /** One walk through all rows. */
    private final class Round {
        private final String keyId;
        private int resealed;
        private int unreadable;

        Round(String keyId) {
            this.keyId = keyId;
        }

        void go(SealedRow.Kind kind) {
            List<SealedRow> batch = rows.underOthersThan(keyId, kind, null, BATCH);
            while (!batch.isEmpty()) {
                batch.forEach(this::reseal);
                batch = rows.underOthersThan(
                        keyId, kind, batch.get(batch.size() - 1).row(), BATCH);
            }
        }

        private void reseal(SealedRow row) {
            switch (resealing.reseal(row)) {
                case Resealing.Resealed.Anew anew -> resealed += rows.replace(row, anew.sealed()) ? 1 : 0;
                case Resealing.Resealed.AsNew asNew -> {}
                case Resealing.Resealed.Unreadable closed -> unreadable++;
            }
        }
    }
}
