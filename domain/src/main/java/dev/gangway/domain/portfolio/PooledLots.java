package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pool whose units are all alike: weighted average cost. */
final class PooledLots implements Lots {
    private final Lot pool = new Lot(Lot.POOLED, BigDecimal.ZERO, Worth.UNKNOWN);

    @Override
    public void add(long acquiredAt, BigDecimal quantity, Worth cost) {
        pool.put(quantity, cost);
    }

    @Override
    public @Nullable Lot next(@Nullable AssetCode currency) {
        return pool.isEmpty() ? null : pool;
    }

    @Override
    public void taken(Lot lot) {
        // the pool itself was taken from; when it is empty, it forgets its cost as something is put in again
    }

    @Override
    public void forEach(Consumer<Lot> each) {
        if (!pool.isEmpty()) {
            each.accept(pool);
        }
    }
}
