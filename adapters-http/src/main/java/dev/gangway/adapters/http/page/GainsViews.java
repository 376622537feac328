package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.GainsView.ChosenYear;
import dev.gangway.adapters.http.page.GainsView.DisposalRow;
import dev.gangway.adapters.http.page.GainsView.YearRow;
import dev.gangway.application.portfolio.Gains;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.GainsByYear;
import dev.gangway.domain.portfolio.TaxYear;
import dev.gangway.domain.portfolio.TaxYears;
import dev.gangway.domain.user.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts gains into words. */
public final class GainsViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private GainsViews() {}

    /** The page. */
    public static GainsView of(Jurisdiction jurisdiction, TaxYears taxYears, CostBasisMethod method, Gains gains) {
        Gains.Listing listing = gains.listing();
        TaxYear chosen = listing == null ? null : listing.year();
        return new GainsView(
                methods(method),
                years(gains, chosen),
                explained(method),
                "Your tax year begins on "
                        + DAY_OF_YEAR.format(taxYears.begins().atYear(2000)) + ", as in " + jurisdiction.value()
                        + ". Days are those of UTC.",
                rows(gains, method),
                unpriced(gains),
                listing == null ? null : chosen(listing, method),
                address("/report/gains.csv", method, null),
                "/report.pdf?method=" + method.apiName());
    }

    /** What people call a method. */
    public static String name(CostBasisMethod method) {
        return switch (method) {
            case FIFO -> "FIFO: first in, first out";
            case LIFO -> "LIFO: last in, first out";
            case HIFO -> "HIFO: highest cost first";
            case AVERAGE -> "Average cost";
        };
    }

    /** A method in a sentence. */
    public static String explained(CostBasisMethod method) {
        return switch (method) {
            case FIFO -> "What you give away is what you have held longest.";
            case LIFO -> "What you give away is what you acquired last.";
            case HIFO -> "What you give away is what had cost you most.";
            case AVERAGE -> "What you give away had cost the average of all that you held.";
        };
    }

    /** A year's first and last day. */
    public static String period(TaxYear year) {
        LocalDate last = year.end().minusDays(1);
        return DAY.format(year.from()) + " – " + DAY.format(last);
    }

    private static List<Choice> methods(CostBasisMethod chosen) {
        return Arrays.stream(CostBasisMethod.values())
                .map(method -> new Choice(method.apiName(), name(method), method == chosen))
                .toList();
    }

    private static List<Choice> years(Gains gains, @Nullable TaxYear chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "All years", chosen == null));
        List<TaxYear> years = new ArrayList<>(
                gains.years().stream().map(GainsByYear.Year::year).toList().reversed());
        if (chosen != null && !years.contains(chosen)) {
            years.add(chosen);
        }
        years.forEach(year -> choices.add(new Choice(start(year), year.label(), year.equals(chosen))));
        return choices;
    }

    private static List<YearRow> rows(Gains gains, CostBasisMethod method) {
        List<YearRow> rows = new ArrayList<>();
        for (GainsByYear.Year year : gains.years().reversed()) {
            String unpriced = year.unpriced() == 0 ? null : Figures.count(year.unpriced()) + " without a price";
            for (GainsByYear.Total total : year.totals()) {
                rows.add(priced(year.year(), method, total, unpriced));
                unpriced = null;
            }
            if (year.totals().isEmpty()) {
                rows.add(new YearRow(
                        year.year().label(),
                        period(year.year()),
                        address("/report/gains", method, year.year()),
                        null,
                        "0",
                        null,
                        null,
                        null,
                        false,
                        unpriced));
            }
        }
        return rows;
    }

    private static YearRow priced(
            TaxYear year, CostBasisMethod method, GainsByYear.Total total, @Nullable String unpriced) {
        String currency = total.currency().value();
        return new YearRow(
                year.label(),
                period(year),
                address("/report/gains", method, year),
                currency,
                Figures.count(total.disposals()),
                Figures.rounded(total.proceeds(), currency),
                Figures.rounded(total.cost(), currency),
                Figures.rounded(total.gain(), currency),
                total.gain().signum() < 0,
                unpriced);
    }

    private static @Nullable String unpriced(Gains gains) {
        long count =
                gains.years().stream().mapToLong(GainsByYear.Year::unpriced).sum();
        if (count == 0) {
            return null;
        }
        return (count == 1 ? "One disposal is" : Figures.count(count) + " disposals are")
                + " in no figure, or only in part, because what it brought or what it had cost is not known in one"
                + " currency: a withdrawal to somewhere that we do not see, or the sale of something whose history is not"
                + " here. Connect that account or add its history as a file, and it takes its place by itself.";
    }

    private static ChosenYear chosen(Gains.Listing listing, CostBasisMethod method) {
        int shown = listing.first().size();
        return new ChosenYear(
                listing.year().label(),
                shown < listing.count()
                        ? "The first " + shown + " of " + Figures.count(listing.count())
                        : "All " + Figures.count(shown),
                listing.first().stream().map(GainsViews::disposal).toList(),
                address("/report/gains.csv", method, listing.year()));
    }

    private static DisposalRow disposal(Disposal disposal) {
        AssetCode currency = disposal.currency();
        BigDecimal gain = disposal.gain();
        return new DisposalRow(
                Moment.of(disposal.at()),
                disposal.acquiredAt() == null ? null : Moment.of(disposal.acquiredAt()),
                Figures.rounded(disposal.quantity(), disposal.asset().value()),
                money(disposal.proceeds(), currency),
                money(disposal.cost(), currency),
                money(gain, currency),
                gain != null && gain.signum() < 0);
    }

    private static @Nullable String money(@Nullable BigDecimal number, @Nullable AssetCode currency) {
        return number == null || currency == null ? null : Figures.rounded(number, currency.value());
    }

    private static String address(String path, CostBasisMethod method, @Nullable TaxYear year) {
        return path + "?method=" + method.apiName() + (year == null ? "" : "&year=" + start(year));
    }

    private static String start(TaxYear year) {
        return Integer.toString(year.from().getYear());
    }
}
