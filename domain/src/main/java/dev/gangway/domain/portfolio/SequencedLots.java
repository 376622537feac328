package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lots in the order of their acquisition, given away from the one end or the other: FIFO and LIFO. */
final class SequencedLots implements Lots {
    /** How many lots are kept, and let go, together. */
    private static final int BLOCK = 1024;

    private final boolean oldestFirst;
    private final Deque<PackedLots> blocks = new ArrayDeque<>();
    /** How many lots of the first block are gone. */
    private int gone;
    /** The lot that was taken from last, if it is still the next. */
    private @Nullable Lot open;

    SequencedLots(boolean oldestFirst) {
        this.oldestFirst = oldestFirst;
    }

    @Override
    public void add(long acquiredAt, BigDecimal quantity, Worth cost) {
        if (!oldestFirst) {
            open = null;
        }
        PackedLots last = blocks.peekLast();
        if (last == null || last.size() == BLOCK) {
            last = new PackedLots();
            blocks.addLast(last);
        } else if (last.second(last.size() - 1) == acquiredAt) {
            // perhaps the fills of one order: same second, same price
            Lot lot = last.get(last.size() - 1);
            if (lot.putAlike(quantity, cost)) {
                last.set(last.size() - 1, lot);
                open = null;
                return;
            }
        }
        last.add(new Lot(acquiredAt, quantity, cost));
    }

    @Override
    public @Nullable Lot next(@Nullable AssetCode currency) {
        PackedLots block = oldestFirst ? blocks.peekFirst() : blocks.peekLast();
        if (open == null && block != null) {
            open = block.get(oldestFirst ? gone : block.size() - 1);
        }
        return open;
    }

    @Override
    public void taken(Lot lot) {
        PackedLots block = oldestFirst ? blocks.getFirst() : blocks.getLast();
        if (!lot.isEmpty()) {
            block.setQuantity(oldestFirst ? gone : block.size() - 1, lot.quantity());
            return;
        }
        open = null;
        if (oldestFirst) {
            gone++;
        } else {
            block.removeLast();
        }
        if (block.size() == gone) {
            blocks.remove(block);
            gone = 0;
        }
    }

    @Override
    public void forEach(Consumer<Lot> each) {
        int from = gone;
        for (PackedLots block : blocks) {
            for (int index = from; index < block.size(); index++) {
                each.accept(block.get(index));
            }
            from = 0;
        }
    }
}
