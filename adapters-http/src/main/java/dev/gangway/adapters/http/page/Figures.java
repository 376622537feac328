package dev.gangway.adapters.http.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How pages write numbers: in groups of three parted by a narrow space that does not break. What was counted or moved is
 * exact, never rounded; only what was divided is {@link #rounded}.
 */
public final class Figures {

    private static final char GROUP = '\u202F';
    private static final char NO_BREAK = '\u00A0';
    private static final char MINUS = '\u2212';

    private static final int OTHER_PLACES = 8;
    private static final MathContext FIRST_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** {@code ZAR} to 2: how many places people expect of a currency of the world. */
    private static final Map<String, Integer> PLACES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    private Figures() {}

    /** {@code 12345} becomes {@code 12 345}. */
    public static String count(long number) {
        return quantity(BigDecimal.valueOf(number));
    }

    /** {@code 12345.6700} becomes {@code 12 345.67}; no digit that says something is dropped. */
    public static String quantity(BigDecimal number) {
        return quantity(number, 0);
    }

    /** {@code 12 345.60 ZAR}: money with all its places, anything else as it is; the unit kept on the number's line. */
    public static String amount(BigDecimal number, String unit) {
        return quantity(number, PLACES.getOrDefault(unit, 0)) + NO_BREAK + unit;
    }

    /**
     * {@code 12 345.60 ZAR} for what came out of a division: money to its places, anything else to eight, and what would
     * vanish so to its first three digits.
     */
    public static String rounded(BigDecimal number, String unit) {
        BigDecimal near = number.setScale(PLACES.getOrDefault(unit, OTHER_PLACES), RoundingMode.HALF_EVEN);
        return amount(near.signum() == 0 ? number.round(FIRST_DIGITS) : near, unit);
    }

    /** {@code 62.1 %}: how much {@code part} is of {@code whole}, which is not zero. */
    static String share(BigDecimal part, BigDecimal whole) {
        return percent(part, whole).toPlainString() + NO_BREAK + '%';
    }

    /** {@code 62.1}. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_EVEN);
    }

    /** Whether a unit is a currency of the world, rather than anything else that is traded. */
    static boolean isMoney(String unit) {
        return PLACES.containsKey(unit);
    }

    private static String quantity(BigDecimal number, int places) {
        BigDecimal exact = number.abs().stripTrailingZeros();
        String plain = exact.setScale(Math.max(exact.scale(), places)).toPlainString();
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain.length() + whole / 3 + 1);
        if (number.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(GROUP);
            }
            text.append(plain.charAt(i));
        }
        return text.append(plain, whole, plain.length()).toString();
    }
}
