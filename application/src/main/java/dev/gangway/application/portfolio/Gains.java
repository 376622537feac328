package dev.gangway.application.portfolio;

import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.GainsByYear;
import dev.gangway.domain.portfolio.TaxYear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What giving things away has brought.
 *
 * @param years by tax year, earliest first
 * @param listing the disposals of one of them, null if none was asked for
 */
public record Gains(List<GainsByYear.Year> years, @Nullable Listing listing) {
    /** Copies. */
    public Gains {
        years = List.copyOf(years);
    }

    /** How much there is to keep. */
    int size() {
        return years.size() + (listing == null ? 0 : listing.first().size());
    }

    /**
     * A year's disposals.
     *
     * @param first the earliest of them
     * @param count how many there are
     */
    public record Listing(TaxYear year, List<Disposal> first, long count) {
        /** Copies. */
        public Listing {
            first = List.copyOf(first);
        }
    }
}
