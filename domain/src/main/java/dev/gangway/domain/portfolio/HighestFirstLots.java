package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
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
    private static final Comparator<Lot> DEAREST_IN_BASE = (one, other) -> {
        BigDecimal first = one.wholeCost().base();
        BigDecimal second = other.wholeCost().base();
        return first == null || second == null ? 0 : dearest(one, first, other, second);
    };
    private static final Comparator<Lot> DEAREST_IN_QUOTE = (one, other) ->
            dearest(one, one.wholeCost().amount(), other, other.wholeCost().amount());

    private final Queue<Lot> inBase = new PriorityQueue<>(DEAREST_IN_BASE);
    private final Map<AssetCode, Queue<Lot>> inQuote = new TreeMap<>(Comparator.comparing(AssetCode::value));
    private final Queue<Lot> unpriced = new ArrayDeque<>();
    private Queue<Lot> last = unpriced;

    @Override
    public void add(long acquiredAt, BigDecimal quantity, Worth cost) {
        AssetCode quote = cost.quote();
        Queue<Lot> queue = unpriced;
        if (cost.base() != null) {
            queue = inBase;
        } else if (quote != null) {
            queue = inQuote.computeIfAbsent(quote, ignored -> new PriorityQueue<>(DEAREST_IN_QUOTE));
        }
        queue.add(new Lot(acquiredAt, quantity, cost));
    }

    @Override
    public @Nullable Lot next(@Nullable AssetCode currency) {
        last = queueFor(currency);
        return last.peek();
    }

    @Override
    public void dropEmpty() {
        last.remove();
    }

    @Override
    public void forEach(Consumer<Lot> each) {
        inBase.forEach(each);
        inQuote.values().forEach(queue -> queue.forEach(each));
        unpriced.forEach(each);
    }

    private Queue<Lot> queueFor(@Nullable AssetCode currency) {
        if (!inBase.isEmpty()) {
            return inBase;
        }
        Queue<Lot> same = currency == null ? null : inQuote.get(currency);
        if (same != null && !same.isEmpty()) {
            return same;
        }
        for (Queue<Lot> queue : inQuote.values()) {
            if (!queue.isEmpty()) {
                return queue;
            }
        }
        return unpriced;
    }

    private static int dearest(Lot one, BigDecimal cost, Lot other, BigDecimal otherCost) {
        // cost / quantity compared without dividing
        int dearer = otherCost.multiply(one.wholeQuantity()).compareTo(cost.multiply(other.wholeQuantity()));
        return dearer != 0 ? dearer : Long.compare(one.acquiredAt(), other.acquiredAt());
    }
}
