package dev.gangway.domain.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Lots whose costs are known in one currency, the dearest per unit on top; of equally dear ones, the oldest.
 *
 * <p>A heap of indices, compared by the first 15 digits of their prices; only if those are the same are the lots
 * themselves looked at. What lies behind the heap's end are the indices to use again.
 */
final class LotHeap {
    private static final int DIGITS = 15;
    private static final int MANTISSA_BITS = 50;
    private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.DOWN);

    private final boolean inBase;
    private final PackedLots lots = new PackedLots();
    private int[] heap = new int[4];
    private long[] prices = new long[4];
    private int size;

    /** An empty heap, by costs in the base currency or in the currency traded. */
    LotHeap(boolean inBase) {
        this.inBase = inBase;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(Lot lot) {
        if (size == lots.size()) {
            lots.add(lot);
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size + (size >> 1));
                prices = Arrays.copyOf(prices, heap.length);
            }
            heap[size] = size;
        } else {
            lots.set(heap[size], lot);
        }
        prices[heap[size]] = price(lot);
        up(size++);
    }

    /** The index of the lot on top. */
    int top() {
        return heap[0];
    }

    Lot get(int index) {
        return lots.get(index);
    }

    void setQuantity(int index, BigDecimal quantity) {
        lots.setQuantity(index, quantity);
    }

    void removeTop() {
        size--;
        int removed = heap[0];
        heap[0] = heap[size];
        heap[size] = removed;
        down();
    }

    void forEach(Consumer<Lot> each) {
        for (int place = 0; place < size; place++) {
            each.accept(lots.get(heap[place]));
        }
    }

    private void up(int from) {
        int place = from;
        int index = heap[place];
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isDearer(index, heap[parent])) {
                break;
            }
            heap[place] = heap[parent];
            place = parent;
        }
        heap[place] = index;
    }

    private void down() {
        int place = 0;
        int index = heap[0];
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isDearer(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isDearer(heap[child], index)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = index;
    }

    private boolean isDearer(int one, int other) {
        if (prices[one] != prices[other]) {
            return prices[one] > prices[other];
        }
        Lot first = lots.get(one);
        Lot second = lots.get(other);
        // cost / quantity compared without dividing
        int compared = cost(first)
                .multiply(second.wholeQuantity())
                .compareTo(cost(second).multiply(first.wholeQuantity()));
        return compared != 0 ? compared > 0 : first.acquiredAt() < second.acquiredAt();
    }

    private BigDecimal cost(Lot lot) {
        BigDecimal base = lot.wholeCost().base();
        return inBase && base != null ? base : lot.wholeCost().amount();
    }

    /** A number that is never lower for the dearer of two lots: exponent and first digits. */
    private long price(Lot lot) {
        BigDecimal price = cost(lot).divide(lot.wholeQuantity(), DOWN);
        if (price.signum() <= 0) {
            return 0;
        }
        long exponent = (long) price.precision() - price.scale() + (1 << 12);
        long mantissa =
                price.movePointRight(price.scale() + DIGITS - price.precision()).longValue();
        return exponent << MANTISSA_BITS | mantissa;
    }
}
