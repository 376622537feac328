package dev.gangway.adapters.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gains by tax year.
 *
 * @param methods the ways to tell which units were given away
 * @param years the tax years to choose from
 * @param explained the chosen method in a sentence
 * @param taxYear when a tax year begins here, in a sentence
 * @param rows what each year brought, latest first
 * @param unpriced what is in no figure and why, in sentences; null if everything is
 * @param chosen the year that was asked for, null for none
 * @param download all disposals as a file; a path of our own
 * @param print the report as a document; a path of our own
 */
public record GainsView(
        List<Choice> methods,
        List<Choice> years,
        String explained,
        String taxYear,
        List<YearRow> rows,
        @Nullable String unpriced,
        @Nullable ChosenYear chosen,
        String download,
        String print) {

    public GainsView {
        methods = List.copyOf(methods);
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }

    /** Whether nothing was ever given away. */
    public boolean empty() {
        return rows.isEmpty();
    }

    /**
     * One year in one currency, its figures already written out.
     *
     * @param year its name, {@code 2025/26}
     * @param period its first and last day
     * @param link where its disposals are listed; a path of our own
     * @param currency the currency, null where nothing has a price
     * @param disposals how many disposals these are
     * @param gain more than nothing, or a loss behind a minus
     * @param loss whether it is a loss
     * @param unpriced how many disposals are in no figure, in words; null if none, or told in another row of the year
     */
    public record YearRow(
            String year,
            String period,
            String link,
            @Nullable String currency,
            String disposals,
            @Nullable String proceeds,
            @Nullable String cost,
            @Nullable String gain,
            boolean loss,
            @Nullable String unpriced) {}

    /**
     * A year's disposals.
     *
     * @param year its name
     * @param shown how many of them the table shows, in words
     * @param rows the earliest first
     * @param download all of them as a file; a path of our own
     */
    public record ChosenYear(String year, String shown, List<DisposalRow> rows, String download) {
        public ChosenYear {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One disposal, its figures already written out.
     *
     * @param acquired when its units were acquired; null where they are pooled or came from nobody knows where
     * @param gain null where it has no price
     */
    public record DisposalRow(
            Moment at,
            @Nullable Moment acquired,
            String quantity,
            @Nullable String proceeds,
            @Nullable String cost,
            @Nullable String gain,
            boolean loss) {}
}
