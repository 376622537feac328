package dev.gangway.domain.portfolio;

import java.math.BigDecimal;

/** How much of what was sent arrives, the surest first. */
enum TransferForm {
    /** All of it. */
    WHOLE,
    /** All but the fee that the withdrawal tells. */
    LESS_FEE,
    /** Nearly all of it. */
    NEARLY;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal AT_LEAST = BigDecimal.valueOf(99);

    /** Whether a transfer of that form may have arrived so. */
    boolean fits(BigDecimal sent, BigDecimal fee, BigDecimal arrived) {
        return switch (this) {
            case WHOLE -> arrived.compareTo(sent) == 0;
            case LESS_FEE -> fee.signum() > 0 && arrived.compareTo(sent.subtract(fee)) == 0;
            case NEARLY ->
                arrived.compareTo(sent) <= 0 && arrived.multiply(HUNDRED).compareTo(sent.multiply(AT_LEAST)) >= 0;
        };
    }

    /**
     * A number that is the same for all ends that may fit; for {@link #NEARLY} it is at most one higher for what was sent
     * than for what arrived. Ends of equal numbers need not fit.
     *
     * @param asset which asset
     * @param assets how many assets there are
     */
    long group(int asset, int assets, BigDecimal quantity) {
        return switch (this) {
            case WHOLE, LESS_FEE -> (31 * quantity.unscaledValue().longValue() + quantity.scale()) * assets + asset;
            case NEARLY -> asset * 8192L + band(quantity);
        };
    }

    /** Two leading digits and the magnitude: one band of 90 in each power of ten, none narrower than 1 %. */
    private static int band(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        int magnitude = plain.precision() - plain.scale();
        int leading = plain.movePointLeft(magnitude - 2).intValue();
        return (magnitude + 40) * 90 + leading - 10;
    }
}
