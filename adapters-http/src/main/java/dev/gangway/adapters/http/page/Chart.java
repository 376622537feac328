package dev.gangway.adapters.http.page;

import java.util.List;

/**
 * How what was paid in one currency is spread over what is held.
 *
 * @param currency the currency
 * @param total what was paid in all, with its unit
 * @param bars the largest first; what is too small to be seen on its own is the last
 */
public record Chart(String currency, String total, List<Bar> bars) {

    public Chart {
        bars = List.copyOf(bars);
    }

    /**
     * One asset, or the rest.
     *
     * @param asset what was paid for
     * @param paid how much, with its unit
     * @param share its share of the total, {@code 62.1 %}
     * @param width the same for the picture, {@code 62.1%}
     */
    public record Bar(String asset, String paid, String share, String width) {}
}
