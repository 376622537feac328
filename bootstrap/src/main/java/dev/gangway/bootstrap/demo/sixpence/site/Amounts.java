package dev.gangway.bootstrap.demo.sixpence.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers the way a South African customer writes them: no-break spaces between thousands, a decimal point. */
final class Amounts {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private Amounts() {}

    static String rand(BigDecimal value) {
        return "R" + NO_BREAK_SPACE + format(value, "#,##0.00");
    }

    static String quantity(BigDecimal value) {
        return format(value, "#,##0.########");
    }

    /** For a chart's axis and other places where cents are noise. */
    static String wholeRand(BigDecimal value) {
        return "R" + NO_BREAK_SPACE + format(value, "#,##0");
    }

    static String percent(int permille) {
        return permille / 10 + "." + permille % 10 + NO_BREAK_SPACE + "%";
    }

    /** A DecimalFormat is not safe to share between threads. */
    private static String format(BigDecimal value, String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(value);
    }
}
