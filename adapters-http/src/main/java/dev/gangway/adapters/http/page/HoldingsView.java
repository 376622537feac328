package dev.gangway.adapters.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user holds.
 *
 * @param rows the assets
 * @param hidden how many more there are
 * @param charts how what was paid is spread, one for each currency
 * @param unpriced which assets have no average price, why and what to do, in sentences; null if all have one
 * @param version another one whenever anything may have changed
 * @param pending what is not here yet and where it is, null if all is here
 */
public record HoldingsView(
        List<HoldingRow> rows,
        int hidden,
        List<Chart> charts,
        @Nullable String unpriced,
        String version,
        @Nullable Pending pending) {

    public HoldingsView {
        rows = List.copyOf(rows);
        charts = List.copyOf(charts);
    }

    /** Why average prices are not here. */
    public enum Pending {
        /** Sources are being read: they would change while one looks. */
        IMPORTING,
        /** They take longer than the page, and are fetched after it. */
        COMPUTING
    }

    /** Where what is still to come is fetched from; null if nothing is. */
    public @Nullable String later() {
        return pending == Pending.COMPUTING ? "/report/holdings" : null;
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return rows.isEmpty();
    }

    /** Whether prices can be shown at all. */
    public boolean priced() {
        return pending == null;
    }
}
