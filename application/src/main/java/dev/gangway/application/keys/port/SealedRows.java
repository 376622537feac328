package dev.gangway.application.keys.port;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is stored sealed under a key of the ring. */
public interface SealedRows {
    /**
     * Rows of a kind that are sealed or fingerprinted under other keys than these, in the order of where they are stored.
     *
     * @param after the row behind which to begin, null for the first of all
     * @param limit how many at most
     */
    List<SealedRow> underOthersThan(KeysInUse keys, SealedRow.Kind kind, @Nullable String after, int limit);

    /**
     * Replaces the text of one row, and its fingerprint where there is a new one, for itself alone: whoever else writes
     * rows waits for this one only.
     *
     * @return false if the row is gone, or its text or fingerprint is no longer {@code known}'s; nothing was written
     */
    boolean replace(SealedRow known, Resealing.Resealed.Anew anew);

    /** How many rows of every kind are sealed under the key. */
    long countSealedUnder(String keyId);

    /** How many rows are fingerprinted under the key, or under one that they do not name. */
    long countFingerprintedUnder(String keyId);
}
