package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a user has of one asset. More may be given away than ever came in where a history is incomplete: what was missing
 * is owed then, and whatever comes in next only pays it back, so that the quantity stays the sum of everything.
 */
final class Position {
    private final AssetCode asset;
    private final boolean money;
    private final Lots lots;
    /** What was moved to an account of the same exchange that is not seen, at its cost. */
    private final Lot away = new Lot(Lot.POOLED, BigDecimal.ZERO, Worth.UNKNOWN);

    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;

    Position(AssetCode asset, CostBasisMethod method) {
        this.asset = asset;
        this.money = Money.isMoney(asset);
        this.lots = Lots.of(method);
    }

    AssetCode asset() {
        return asset;
    }

    /** Whether it is its own price, so that there are no lots. */
    boolean isMoney() {
        return money;
    }

    /** Everything that came in less everything that went out. */
    BigDecimal quantity() {
        return held.subtract(owed);
    }

    /** Takes units in that cost that. */
    void acquire(long second, BigDecimal quantity, Worth cost) {
        if (quantity.signum() <= 0) {
            return;
        }
        BigDecimal repaid = owed.min(quantity);
        owed = owed.subtract(repaid);
        BigDecimal kept = quantity.subtract(repaid);
        if (kept.signum() == 0) {
            return;
        }
        held = held.add(kept);
        if (!money) {
            lots.add(second, kept, repaid.signum() == 0 ? cost : cost.share(kept, quantity));
        }
    }

    /**
     * Gives units away.
     *
     * @param currency what for, null if for no currency
     * @param parts is told each part in turn; money has none
     */
    void release(BigDecimal quantity, @Nullable AssetCode currency, Parts parts) {
        BigDecimal rest = quantity;
        if (money) {
            BigDecimal taken = held.min(rest);
            held = held.subtract(taken);
            owed = owed.add(rest.subtract(taken));
            return;
        }
        Lot lot;
        while (rest.signum() > 0 && (lot = lots.next(currency)) != null) {
            BigDecimal taken = lot.quantity().min(rest);
            Worth cost = lot.take(taken);
            lots.taken(lot);
            held = held.subtract(taken);
            rest = rest.subtract(taken);
            parts.part(lot.acquiredAt(), taken, cost);
        }
        if (rest.signum() > 0) {
            owed = owed.add(rest);
            parts.part(Lot.POOLED, rest, Worth.UNKNOWN);
        }
    }

    /** Gives units away that are still the user's, and may come back. */
    void goAway(BigDecimal quantity) {
        release(quantity, null, (acquiredAt, taken, cost) -> away.put(taken, cost));
    }

    /** Takes units in at what they had cost when they went away; returns how many of them these are. */
    BigDecimal comeBack(long second, BigDecimal quantity) {
        BigDecimal back = away.quantity().min(quantity);
        if (back.signum() > 0) {
            acquire(second, back, away.take(back));
        }
        return back;
    }

    /** What is held, at what it cost on average; null if nothing is. */
    @Nullable
    Holding holding(@Nullable AssetCode baseCurrency) {
        BigDecimal quantity = quantity();
        if (quantity.signum() <= 0) {
            return null;
        }
        if (money) {
            return Holding.priced(asset, quantity, BigDecimal.ONE, asset);
        }
        Lot all = new Lot(Lot.POOLED, BigDecimal.ZERO, Worth.UNKNOWN);
        lots.forEach(lot -> all.put(lot.quantity(), lot.cost()));
        AssetCode quote = all.cost().quote();
        BigDecimal base = all.cost().base();
        if (quote != null) {
            return Holding.priced(asset, quantity, Decimals.perUnit(all.cost().amount(), quantity), quote);
        }
        return base == null || baseCurrency == null
                ? Holding.unpriced(asset, quantity)
                : Holding.priced(asset, quantity, Decimals.perUnit(base, quantity), baseCurrency);
    }

    /** Is told what a release gives away. */
    @FunctionalInterface
    interface Parts {
        /** Of no interest. */
        Parts IGNORED = (acquiredAt, quantity, cost) -> {};

        /** Units acquired at that second, or {@link Lot#POOLED}, and what they had cost. */
        void part(long acquiredAt, BigDecimal quantity, Worth cost);
    }
}
