package dev.gangway.bootstrap.demo.sixpence.site;

import dev.gangway.bootstrap.demo.sixpence.account.Portfolio;
import dev.gangway.bootstrap.demo.sixpence.account.Portfolio.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Drawings as inline SVG. They carry shapes only; the colours are the stylesheet's, which the CSP wants anyway. */
final class Charts {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 180;

    private Charts() {}

    /** The values as a line over equal steps, filled down to zero. */
    static Html line(List<BigDecimal> values) {
        BigDecimal peak = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        if (values.size() < 2 || peak.signum() == 0) {
            return Html.NOTHING;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            long x = Math.round((double) i * WIDTH / (values.size() - 1));
            points.append(i == 0 ? "" : " ").append(x).append(',').append(y(values.get(i), peak));
        }
        return new Html(String.format(Locale.ROOT, """
                <svg class="chart" viewBox="0 0 %1$d %2$d" preserveAspectRatio="none" role="img" \
                aria-label="Value of the portfolio, week by week">
                <polygon class="area" points="0,%2$d %3$s %1$d,%2$d"/>
                <polyline class="line" points="%3$s" vector-effect="non-scaling-stroke"/>
                </svg>""", WIDTH, HEIGHT, points));
    }

    /** One bar, divided as the portfolio is. */
    static Html allocation(Portfolio portfolio) {
        StringBuilder bar = new StringBuilder(
                "<svg class=\"allocation\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        int x = 0;
        for (Holding holding : portfolio.holdings()) {
            int width = Math.max(3, holding.permille(portfolio.total()));
            bar.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"c-%s\" x=\"%d\" y=\"0\" width=\"%d\" height=\"10\"/>",
                    PortfolioPage.colour(holding.asset()),
                    x,
                    Math.max(1, width - 2)));
            x += width;
        }
        return new Html(bar.append("</svg>").toString());
    }

    /** A little air above the peak. */
    private static int y(BigDecimal value, BigDecimal peak) {
        int tall = HEIGHT - 8;
        return HEIGHT
                - value.multiply(BigDecimal.valueOf(tall))
                        .divide(peak, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
