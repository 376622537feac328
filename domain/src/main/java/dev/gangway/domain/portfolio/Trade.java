package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One asset given for another: what that cost, and what it brought.
 *
 * <p>A fee in one of the two assets is part of what was given, or not part of what was taken. A fee in a third counts
 * where it has a price: in a sale for money or a stablecoin against the proceeds, else in the cost, never twice.
 */
record Trade(
        Instant at,
        Amount received,
        Amount sent,
        @Nullable Amount fee,
        PriceSource prices,
        @Nullable AssetCode baseCurrency) {
    /** How much was given, the fee included if it is in that asset. */
    BigDecimal given() {
        return fee != null && fee.asset().equals(sent.asset()) ? sent.quantity().add(fee.quantity()) : sent.quantity();
    }

    /** How much was taken, less the fee if it is in that asset; negative if the fee was more. */
    BigDecimal taken() {
        return fee != null && fee.asset().equals(received.asset())
                ? received.quantity().subtract(fee.quantity())
                : received.quantity();
    }

    boolean feeIsThird() {
        return fee != null && !fee.asset().equals(sent.asset()) && !fee.asset().equals(received.asset());
    }

    /** What the received units cost: in the asset given for them, whatever it is. */
    Worth cost() {
        Worth cost = new Worth(sent.asset(), given(), base(given()));
        return isSale() ? cost : withFee(cost, 1);
    }

    /** What the sent units brought; in the asset received if a gain can be told in that. */
    Worth proceeds() {
        BigDecimal net = taken().max(BigDecimal.ZERO);
        BigDecimal base = base(sent.quantity());
        Worth proceeds = Money.settles(received.asset())
                ? new Worth(received.asset(), net, base)
                : new Worth(null, BigDecimal.ZERO, base);
        return isSale() ? withFee(proceeds, -1) : proceeds;
    }

    /** What one unit of an asset was worth, times the quantity; null if nobody knows. */
    static @Nullable BigDecimal value(
            PriceSource prices, AssetCode asset, BigDecimal quantity, AssetCode currency, Instant at) {
        if (asset.equals(currency)) {
            return quantity;
        }
        BigDecimal price = prices.price(asset, currency, at);
        return price == null ? null : price.multiply(quantity);
    }

    private boolean isSale() {
        return Money.isMoney(received.asset()) || (Money.settles(received.asset()) && !Money.settles(sent.asset()));
    }

    /** The trade in the base currency: by its money if it has any, else by what was received. */
    private @Nullable BigDecimal base(BigDecimal given) {
        if (baseCurrency == null) {
            return null;
        }
        boolean sentDecides = sent.asset().equals(baseCurrency)
                || (Money.isMoney(sent.asset()) && !received.asset().equals(baseCurrency));
        BigDecimal taken = taken().max(BigDecimal.ZERO);
        BigDecimal first = sentDecides ? value(sent.asset(), given) : value(received.asset(), taken);
        if (first != null) {
            return first;
        }
        return sentDecides ? value(received.asset(), taken) : value(sent.asset(), given);
    }

    private Worth withFee(Worth worth, int sign) {
        if (fee == null || !feeIsThird()) {
            return worth;
        }
        BigDecimal signed = sign < 0 ? fee.quantity().negate() : fee.quantity();
        AssetCode quote = worth.quote();
        BigDecimal inQuote = quote == null ? null : value(prices, fee.asset(), signed, quote, at);
        BigDecimal inBase = baseCurrency == null ? null : value(fee.asset(), signed);
        return new Worth(
                quote,
                inQuote == null ? worth.amount() : worth.amount().add(inQuote),
                worth.base() == null || inBase == null
                        ? worth.base()
                        : worth.base().add(inBase));
    }

    private @Nullable BigDecimal value(AssetCode asset, BigDecimal quantity) {
        return baseCurrency == null ? null : value(prices, asset, quantity, baseCurrency, at);
    }
}
