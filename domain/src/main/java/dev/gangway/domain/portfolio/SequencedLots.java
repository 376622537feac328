package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lots in the order of their acquisition, given away from the one end or the other: FIFO and LIFO. */
final class SequencedLots implements Lots {
    private final boolean oldestFirst;
    private final Deque<Lot> lots = new ArrayDeque<>();

    SequencedLots(boolean oldestFirst) {
        this.oldestFirst = oldestFirst;
    }

    @Override
    public void add(long acquiredAt, BigDecimal quantity, Worth cost) {
        Lot last = lots.peekLast();
        // the fills of one order: same second, same price
        if (last == null || !last.putAlike(acquiredAt, quantity, cost)) {
            lots.addLast(new Lot(acquiredAt, quantity, cost));
        }
    }

    @Override
    public @Nullable Lot next(@Nullable AssetCode currency) {
        return oldestFirst ? lots.peekFirst() : lots.peekLast();
    }

    @Override
    public void dropEmpty() {
        if (oldestFirst) {
            lots.removeFirst();
        } else {
            lots.removeLast();
        }
    }

    @Override
    public void forEach(Consumer<Lot> each) {
        lots.forEach(each);
    }
}
