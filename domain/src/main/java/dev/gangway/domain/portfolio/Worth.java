package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What some units were given for: in the currency traded, and in the base currency.
 *
 * @param quote the currency traded; null if nothing was given, or not in one currency
 * @param amount in that currency; zero without one
 * @param base in the base currency; null if that is not known
 */
record Worth(
        @Nullable AssetCode quote,
        BigDecimal amount,
        @Nullable BigDecimal base) {
    /** Nobody knows. */
    static final Worth UNKNOWN = new Worth(null, BigDecimal.ZERO, null);

    /** An amount of the base currency; unknown for null. */
    static Worth inBase(AssetCode baseCurrency, @Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : new Worth(baseCurrency, amount, amount);
    }

    /** {@code part} of {@code whole} units of this. */
    Worth share(BigDecimal part, BigDecimal whole) {
        BigDecimal shared = Decimals.share(amount, part, whole);
        if (base == null || base.compareTo(amount) == 0) {
            return new Worth(quote, shared, base == null ? null : shared);
        }
        return new Worth(quote, shared, Decimals.share(base, part, whole));
    }

    /** Both together: known in a currency if both are. */
    Worth plus(Worth other) {
        boolean same = quote != null && quote.equals(other.quote);
        BigDecimal both = base == null || other.base == null ? null : base.add(other.base);
        return new Worth(same ? quote : null, same ? amount.add(other.amount) : BigDecimal.ZERO, both);
    }

    /** What is left of this when {@code share} is taken away. */
    Worth minus(Worth share) {
        return new Worth(
                quote,
                amount.subtract(share.amount),
                base == null || share.base == null ? null : base.subtract(share.base));
    }

    /** Whether this for {@code units} is the same price as {@code other} for {@code otherUnits}, in all that is known. */
    boolean perUnitEquals(BigDecimal units, Worth other, BigDecimal otherUnits) {
        return Objects.equals(quote, other.quote)
                && equal(amount, units, other.amount, otherUnits)
                && (base == null
                        ? other.base == null
                        : other.base != null && equal(base, units, other.base, otherUnits));
    }

    private static boolean equal(BigDecimal one, BigDecimal units, BigDecimal other, BigDecimal otherUnits) {
        return one.multiply(otherUnits).compareTo(other.multiply(units)) == 0;
    }
}
