package dev.gangway.domain.ledger;

import java.math.BigDecimal;

/**
 * What is left of an asset when everything that came in, went out and was charged is added up, as far as it is classified;
 * negative where a history is incomplete.
 *
 * @param asset the asset
 * @param quantity exact, without trailing zeros
 */
public record Balance(AssetCode asset, BigDecimal quantity) {
    /** Normalises. */
    public Balance {
        quantity = quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros();
        if (quantity.scale() < 0) {
            quantity = quantity.setScale(0);
        }
    }
}
