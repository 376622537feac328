package dev.gangway.domain.portfolio;

import java.math.BigDecimal;

/**
 * Units acquired together, and what is left of them. What a part costs is the difference of what is left before and
 * after, each computed from the whole: the parts add up to exactly what was paid, and the price of what is left never
 * drifts.
 */
final class Lot {
    /** Units that were acquired at various times. */
    static final long POOLED = Long.MIN_VALUE;

    private final long acquiredAt;
    private BigDecimal wholeQuantity;
    private Worth wholeCost;
    private BigDecimal quantity;
    private Worth cost;

    /** Units that were acquired at that second, or are {@link #POOLED}, and cost that. */
    Lot(long acquiredAt, BigDecimal quantity, Worth cost) {
        this(acquiredAt, quantity, cost, quantity);
    }

    /** Units of which that quantity is left. */
    Lot(long acquiredAt, BigDecimal wholeQuantity, Worth wholeCost, BigDecimal quantity) {
        this.acquiredAt = acquiredAt;
        this.wholeQuantity = wholeQuantity;
        this.wholeCost = wholeCost;
        this.quantity = quantity;
        this.cost = quantity.compareTo(wholeQuantity) == 0 ? wholeCost : wholeCost.share(quantity, wholeQuantity);
    }

    long acquiredAt() {
        return acquiredAt;
    }

    BigDecimal quantity() {
        return quantity;
    }

    Worth cost() {
        return cost;
    }

    BigDecimal wholeQuantity() {
        return wholeQuantity;
    }

    Worth wholeCost() {
        return wholeCost;
    }

    boolean isEmpty() {
        return quantity.signum() == 0;
    }

    /** Takes some of the units, no more than there are, and tells what they had cost. */
    Worth take(BigDecimal taken) {
        Worth before = cost;
        quantity = quantity.subtract(taken);
        if (quantity.signum() == 0) {
            return before;
        }
        cost = wholeCost.share(quantity, wholeQuantity);
        return before.minus(cost);
    }

    /** Puts more units to those that are left; a lot that was empty forgets what it was. */
    void put(BigDecimal more, Worth price) {
        cost = quantity.signum() == 0 ? price : cost.plus(price);
        quantity = quantity.add(more);
        wholeCost = cost;
        wholeQuantity = quantity;
    }

    /** Puts more units in if nothing tells them from those that are in. */
    boolean putAlike(BigDecimal more, Worth price) {
        boolean alike = quantity.compareTo(wholeQuantity) == 0 && wholeCost.perUnitEquals(wholeQuantity, price, more);
        if (alike) {
            put(more, price);
        }
        return alike;
    }
}
