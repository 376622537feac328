package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lots that cost most first: HIFO; of equally dear ones, the oldest first.
 *
 * <p>Prices compare within one currency only. Lots whose worth in the base currency is known come first, dearest first;
 * then those bought in the currency that the units are given for, then those of each other currency by its code, and at
 * last those that have no price, the oldest first.
 */
final class HighestFirstLots implements Lots {
    private static final int NONE = -1;

    private final LotHeap inBase = new LotHeap(true);
    private final Map<AssetCode, LotHeap> inQuote = new TreeMap<>(Comparator.comparing(AssetCode::value));
    private final SequencedLots unpriced = new SequencedLots(true);
    /** The heap of the lot that was told last, null if it is none. */
    private @Nullable LotHeap heap;
    /** The lot that was told last, its index in the heap, and itself if it still is what that index holds. */
    private int index = NONE;

    private @Nullable Lot open;

    @Override
    public void add(long acquiredAt, BigDecimal quantity, Worth cost) {
        AssetCode quote = cost.quote();
        if (cost.base() != null) {
            inBase.add(new Lot(acquiredAt, quantity, cost));
        } else if (quote != null) {
            inQuote.computeIfAbsent(quote, ignored -> new LotHeap(false)).add(new Lot(acquiredAt, quantity, cost));
        } else {
            unpriced.add(acquiredAt, quantity, cost);
        }
    }

    @Override
    public @Nullable Lot next(@Nullable AssetCode currency) {
        LotHeap from = heapFor(currency);
        if (from == null) {
            heap = null;
            return unpriced.next(currency);
        }
        if (open == null || heap != from || index != from.top()) {
            heap = from;
            index = from.top();
            open = from.get(index);
        }
        return open;
    }

    @Override
    public void taken(Lot lot) {
        if (heap == null) {
            unpriced.taken(lot);
        } else if (lot.isEmpty()) {
            heap.removeTop();
            open = null;
        } else {
            heap.setQuantity(index, lot.quantity());
        }
    }

    @Override
    public void forEach(Consumer<Lot> each) {
        inBase.forEach(each);
        inQuote.values().forEach(lots -> lots.forEach(each));
        unpriced.forEach(each);
    }

    private @Nullable LotHeap heapFor(@Nullable AssetCode currency) {
        if (!inBase.isEmpty()) {
            return inBase;
        }
        LotHeap same = currency == null ? null : inQuote.get(currency);
        if (same != null && !same.isEmpty()) {
            return same;
        }
        for (LotHeap other : inQuote.values()) {
            if (!other.isEmpty()) {
                return other;
            }
        }
        return null;
    }
}
