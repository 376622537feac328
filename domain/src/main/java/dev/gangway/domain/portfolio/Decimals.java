package dev.gangway.domain.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Division and rendering of decimals. */
final class Decimals {
    /** Enough that a share of {@code 1e-36} units of a worthless token still has over 30 digits. */
    private static final int SCALE = 80;

    private Decimals() {}

    /** {@code total * part / whole}, to the 80th decimal. */
    static BigDecimal share(BigDecimal total, BigDecimal part, BigDecimal whole) {
        return total.signum() == 0
                ? BigDecimal.ZERO
                : total.multiply(part).divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }

    /** {@code total / units} with 34 digits. */
    static BigDecimal perUnit(BigDecimal total, BigDecimal units) {
        return total.divide(units, MathContext.DECIMAL128);
    }

    /** The same number without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
