package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open lots of an asset, in the order in which a method gives them away. */
sealed interface Lots permits SequencedLots, HighestFirstLots, PooledLots {
    /** Those of the method, none yet. */
    static Lots of(CostBasisMethod method) {
        return switch (method) {
            case FIFO -> new SequencedLots(true);
            case LIFO -> new SequencedLots(false);
            case HIFO -> new HighestFirstLots();
            case AVERAGE -> new PooledLots();
        };
    }

    /** Adds units that were acquired at that second. */
    void add(long acquiredAt, BigDecimal quantity, Worth cost);

    /**
     * The lot to take from next, never an empty one; null if there is none. Whoever takes from it says so by
     * {@link #taken} before anything else is done.
     *
     * @param currency what the units are given for, null if that is no currency
     */
    @Nullable
    Lot next(@Nullable AssetCode currency);

    /** Keeps what is left of the lot that {@link #next} told last. */
    void taken(Lot lot);

    /** Hands over all of them, in no order. */
    void forEach(Consumer<Lot> each);
}
