package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are the two ends of a transfer between a user's own accounts. An entry is known by a 64-bit digest of its
 * source and external id and by its time, so that a million of them take 24 MB and not their texts.
 */
public final class Transfers {
    /** None are. */
    public static final Transfers NONE = new Transfers(new long[0], new long[0], DecimalList.zeros(0));

    private final long[] keys;
    private final long[] times;
    private final DecimalList lost;

    /**
     * The ends with these keys, ascending.
     *
     * @param lost what got lost on the way, at the index of the end that sent it; zero for the other end
     */
    Transfers(long[] keys, long[] times, DecimalList lost) {
        this.keys = keys;
        this.times = times;
        this.lost = lost;
    }

    /** How many transfers there are. */
    public int count() {
        return keys.length / 2;
    }

    /** Whether the entry is an end of a transfer. */
    public boolean contains(LedgerEntry entry) {
        return indexOf(entry) >= 0;
    }

    /** What was sent and did not arrive, zero for the end that received it; null if the entry is no end of a transfer. */
    @Nullable
    BigDecimal lost(LedgerEntry entry) {
        int index = indexOf(entry);
        return index < 0 ? null : lost.get(index);
    }

    private int indexOf(LedgerEntry entry) {
        long key = key(entry);
        long time = time(entry);
        int index = first(keys, key);
        while (index < keys.length && keys[index] == key && times[index] != time) {
            index++;
        }
        return index < keys.length && keys[index] == key ? index : -1;
    }

    /** The first index of a key, or where it would be. */
    static int first(long[] keys, long key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A digest of the entry's identity; should two ever be the same, their times tell them apart. */
    static long key(LedgerEntry entry) {
        return mix(digest(digest(0xcbf29ce484222325L, entry.source().value()), entry.externalId()));
    }

    /** The entry's time in microseconds, which is all that the databases keep; wraps around in the year 294247. */
    static long time(LedgerEntry entry) {
        Instant at = entry.occurredAt();
        return at.getEpochSecond() * 1_000_000 + at.get(ChronoField.MICRO_OF_SECOND);
    }

    private static long digest(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
