package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * One asset that is held, its figures already written out.
 *
 * @param asset its code
 * @param quantity how much of it
 * @param price what one unit cost on average, null where that is not known
 * @param cost what all of it cost, null where that is not known
 * @param missing whether more went out than ever came in
 */
public record HoldingRow(
        String asset,
        String quantity,
        @Nullable String price,
        @Nullable String cost,
        boolean missing) {}
