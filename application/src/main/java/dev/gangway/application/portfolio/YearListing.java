package dev.gangway.application.portfolio;

import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.TaxYear;
import dev.gangway.domain.portfolio.TaxYears;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the first disposals of a year, and counts the rest. */
final class YearListing implements Consumer<Disposal> {
    private final TaxYears taxYears;
    private final TaxYear year;
    private final int most;
    private final List<Disposal> first = new ArrayList<>();
    private long count;

    YearListing(TaxYears taxYears, TaxYear year, int most) {
        this.taxYears = taxYears;
        this.year = year;
        this.most = most;
    }

    @Override
    public void accept(Disposal disposal) {
        if (taxYears.at(disposal.at()).equals(year)) {
            count++;
            if (first.size() < most) {
                first.add(disposal);
            }
        }
    }

    Gains.Listing result() {
        return new Gains.Listing(year, first, count);
    }
}
