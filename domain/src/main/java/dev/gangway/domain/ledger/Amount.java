package dev.gangway.domain.ledger;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;

/**
 * A quantity of an asset, zero or more, at full decimal precision: at most 40 digits before the point and 36 after it,
 * without trailing zeros.
 */
public record Amount(AssetCode asset, BigDecimal quantity) {
    /** The most digits before the point. */
    public static final int MAX_INTEGER_DIGITS = 40;

    /** The most digits after the point. */
    public static final int MAX_SCALE = 36;

    /** Normalises and checks the range; an exponent out of range is refused before anything is expanded. */
    public Amount {
        // in this order: a number such as 1e400 or 1e-400 must never be written out
        if (quantity.signum() < 0
                || quantity.precision() > MAX_INTEGER_DIGITS + MAX_SCALE
                || (long) quantity.precision() - quantity.scale() > MAX_INTEGER_DIGITS) {
            throw outOfRange();
        }
        quantity = quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros();
        if (quantity.scale() > MAX_SCALE) {
            throw outOfRange();
        }
        if (quantity.scale() < 0) {
            quantity = quantity.setScale(0);
        }
    }

    private static InvalidValue outOfRange() {
        return new InvalidValue(
                "amount",
                FieldError.NOT_ALLOWED,
                "must be a decimal of at most 40 digits and 36 decimals, not negative");
    }
}
