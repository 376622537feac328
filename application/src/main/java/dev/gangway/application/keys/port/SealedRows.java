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
     * rows waits for this one only. A fingerprint that another source of the same user has at that exchange is left as it
     * was, and the text is replaced without it.
     *
     * @return whether anything was written: nothing is if the row is gone, or its text or fingerprint no longer {@code
     *     known}'s
     */
    boolean replace(SealedRow known, Resealing.Resealed.Anew anew);

    /** How many rows of every kind are sealed under the key. */
    long countSealedUnder(String keyId);

    /** How many rows are fingerprinted under the key, or under one that they do not name. */
    long countFingerprintedUnder(String keyId);
}
