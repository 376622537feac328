package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of an asset given away. A sale out of several lots is one disposal per lot, as on a tax form; they follow one
 * another. Either proceeds, cost and currency are all known, or the disposal is unpriced and has none of them; the
 * unpriced lots of a sale are one disposal.
 *
 * <p>Proceeds and cost are exact to the 80th decimal and may have trailing zeros: round them for display.
 *
 * @param asset what was given away
 * @param at when
 * @param acquiredAt when these units were acquired, to the second; null where units are pooled or unpriced
 * @param quantity how many, more than zero
 * @param proceeds what they brought, fees deducted
 * @param cost what they had cost, fees included
 * @param currency of both
 * @param further whether it is another lot of the sale that the disposal before it in the same currency belongs to
 */
public record Disposal(
        AssetCode asset,
        Instant at,
        @Nullable Instant acquiredAt,
        BigDecimal quantity,
        @Nullable BigDecimal proceeds,
        @Nullable BigDecimal cost,
        @Nullable AssetCode currency,
        boolean further) {
    /** A disposal whose proceeds or cost are not known, or not in one currency. */
    static Disposal unpriced(AssetCode asset, Instant at, BigDecimal quantity) {
        return new Disposal(asset, at, null, quantity, null, null, null, false);
    }

    /** Whether there is a gain to tell. */
    public boolean priced() {
        return gain() != null;
    }

    /** Proceeds less cost, negative for a loss; null if it is unpriced. */
    public @Nullable BigDecimal gain() {
        return proceeds == null || cost == null ? null : proceeds.subtract(cost);
    }
}
