package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the parts of one sale into disposals. Proceeds go to the parts by their quantity, and add up exactly. A part has
 * a gain in the base currency where both sides are known in it, else in the currency that it was bought and sold in;
 * parts without are told as one at the end.
 */
final class Sale implements Position.Parts {
    private final AssetCode asset;
    private final Instant at;
    private final @Nullable AssetCode baseCurrency;
    private final Consumer<Disposal> disposals;
    private final BigDecimal whole;
    private final Worth wholeProceeds;
    private BigDecimal rest;
    private Worth restProceeds;
    private @Nullable AssetCode lastCurrency;
    private BigDecimal unpriced = BigDecimal.ZERO;

    Sale(
            AssetCode asset,
            Instant at,
            BigDecimal quantity,
            Worth proceeds,
            @Nullable AssetCode baseCurrency,
            Consumer<Disposal> disposals) {
        this.asset = asset;
        this.at = at;
        this.baseCurrency = baseCurrency;
        this.disposals = disposals;
        this.whole = quantity;
        this.wholeProceeds = proceeds;
        this.rest = quantity;
        this.restProceeds = proceeds;
    }

    @Override
    public void part(long acquiredAt, BigDecimal quantity, Worth cost) {
        rest = rest.subtract(quantity);
        Worth proceeds = restProceeds;
        if (rest.signum() > 0) {
            restProceeds = wholeProceeds.share(rest, whole);
            proceeds = proceeds.minus(restProceeds);
        }
        AssetCode quote = proceeds.quote();
        if (baseCurrency != null && proceeds.base() != null && cost.base() != null) {
            tell(acquiredAt, quantity, proceeds.base(), cost.base(), baseCurrency);
        } else if (quote != null && quote.equals(cost.quote())) {
            tell(acquiredAt, quantity, proceeds.amount(), cost.amount(), quote);
        } else {
            unpriced = unpriced.add(quantity);
        }
    }

    /** To be called when all parts are told. */
    void end() {
        if (unpriced.signum() > 0) {
            disposals.accept(Disposal.unpriced(asset, at, unpriced));
        }
    }

    private void tell(long acquiredAt, BigDecimal quantity, BigDecimal proceeds, BigDecimal cost, AssetCode currency) {
        Instant acquired = acquiredAt == Lot.POOLED ? null : Instant.ofEpochSecond(acquiredAt);
        boolean further = currency.equals(lastCurrency);
        lastCurrency = currency;
        disposals.accept(new Disposal(asset, at, acquired, quantity, proceeds, cost, currency, further));
    }
}
