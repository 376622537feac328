package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a user has of an asset.
 *
 * @param asset what
 * @param quantity how much, more than zero, exact, without trailing zeros
 * @param averagePurchasePrice what one unit cost on average, at most 34 digits, without trailing zeros; null where that is
 *     not known in one currency
 * @param quote the currency of that price; null with it
 * @param unpriced whether the price is not known
 */
public record Holding(
        AssetCode asset,
        BigDecimal quantity,
        @Nullable BigDecimal averagePurchasePrice,
        @Nullable AssetCode quote,
        boolean unpriced) {
    /** A holding whose price is known. */
    static Holding priced(AssetCode asset, BigDecimal quantity, BigDecimal price, AssetCode quote) {
        return new Holding(asset, Decimals.plain(quantity), Decimals.plain(price), quote, false);
    }

    /** A holding whose price is not known. */
    static Holding unpriced(AssetCode asset, BigDecimal quantity) {
        return new Holding(asset, Decimals.plain(quantity), null, null, true);
    }
}
