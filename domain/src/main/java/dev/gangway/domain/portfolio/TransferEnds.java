package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;

/** The ends that a transfer may have, in order of time, in columns: objects would take four times as much. */
final class TransferEnds {
    private static final long EARLY = 3_600L * 1_000_000;
    private static final long LATE = 72 * 3_600L * 1_000_000;

    private final DecimalList quantities = new DecimalList();
    private final DecimalList fees = new DecimalList();
    private long[] keys = new long[16];
    private long[] times = new long[16];
    private int[] assets = new int[16];
    private int[] lanes = new int[16];
    private int maxLane;

    void add(LedgerEntry entry, int asset, int source, Amount amount) {
        int index = quantities.size();
        if (index == keys.length) {
            int larger = index + (index >> 1);
            keys = Arrays.copyOf(keys, larger);
            times = Arrays.copyOf(times, larger);
            assets = Arrays.copyOf(assets, larger);
            lanes = Arrays.copyOf(lanes, larger);
        }
        keys[index] = Transfers.key(entry);
        times[index] = Transfers.time(entry);
        assets[index] = asset;
        lanes[index] =
                source << 2 | (entry.kind() == TransactionKind.TRANSFER ? 2 : 0) | (entry.received() == null ? 0 : 1);
        maxLane = Math.max(maxLane, lanes[index]);
        quantities.add(amount.quantity());
        Amount fee = entry.fee();
        fees.add(fee == null || !fee.asset().equals(amount.asset()) ? BigDecimal.ZERO : fee.quantity());
    }

    int size() {
        return quantities.size();
    }

    /** For each end the other one, none yet. */
    int[] partners() {
        int[] partners = new int[size()];
        Arrays.fill(partners, -1);
        return partners;
    }

    /** Ends of one lane cannot be of one transfer; there are this many. */
    int laneCount() {
        return maxLane + 1;
    }

    /** Which source, which direction, and whether within it. */
    int lane(int end) {
        return lanes[end];
    }

    long time(int end) {
        return times[end];
    }

    boolean isIncoming(int end) {
        return (lanes[end] & 1) != 0;
    }

    /** Whether ends of these lanes may belong together: one in and one out, of two sources or both within one. */
    static boolean lanesFit(int one, int other) {
        return ((one ^ other) & 1) != 0 && (one >> 2 != other >> 2 || (one & other & 2) != 0);
    }

    /** Whether the other end, of a lane that fits, may be no further away in time. */
    boolean timesFit(int end, int other) {
        long delay = isIncoming(end) ? times[end] - times[other] : times[other] - times[end];
        return delay >= -EARLY && delay <= LATE;
    }

    boolean amountsFit(TransferForm form, int end, int other) {
        int sent = isIncoming(end) ? other : end;
        int arrived = isIncoming(end) ? end : other;
        return form.fits(quantities.get(sent), fees.get(sent), quantities.get(arrived));
    }

    long group(TransferForm form, int assetCount, int end) {
        BigDecimal quantity = quantities.get(end);
        boolean lessFee = form == TransferForm.LESS_FEE && !isIncoming(end);
        return form.group(
                assets[end], assetCount, lessFee ? Decimals.plain(quantity.subtract(fees.get(end))) : quantity);
    }

    /** The transfers between these partners. */
    Transfers transfers(int[] partners) {
        long[] sorted = new long[partners.length];
        int count = 0;
        for (int end = 0; end < partners.length; end++) {
            if (partners[end] >= 0) {
                sorted[count++] = keys[end];
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        long[] at = new long[count];
        DecimalList lost = DecimalList.zeros(count);
        BitSet taken = new BitSet(count);
        for (int end = 0; end < partners.length; end++) {
            if (partners[end] >= 0) {
                int place = taken.nextClearBit(Transfers.first(sorted, keys[end]));
                taken.set(place);
                at[place] = times[end];
                if (!isIncoming(end)) {
                    lost.set(place, quantities.get(end).subtract(quantities.get(partners[end])));
                }
            }
        }
        return new Transfers(sorted, at, lost);
    }
}
