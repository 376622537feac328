package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds disposals up by tax year and currency, in memory that grows with years and currencies alone. */
public final class GainsByYear implements Consumer<Disposal> {
    private final TaxYears taxYears;
    private final Map<TaxYear, Sums> sums = new TreeMap<>();
    private final Latest latest = new Latest();

    /** Adds up by these years. */
    public GainsByYear(TaxYears taxYears) {
        this.taxYears = taxYears;
    }

    @Override
    public void accept(Disposal disposal) {
        yearOf(disposal.at()).add(disposal);
    }

    /** The years that had any disposal, earliest first. */
    public List<Year> years() {
        List<Year> years = new ArrayList<>(sums.size());
        sums.forEach((year, sum) -> years.add(sum.of(year)));
        return List.copyOf(years);
    }

    private Sums yearOf(Instant at) {
        // disposals come in order of time: the year rarely changes
        if (at.isBefore(latest.from) || !at.isBefore(latest.end)) {
            TaxYear year = taxYears.at(at);
            latest.sums = sums.computeIfAbsent(year, ignored -> new Sums());
            latest.from = year.from().atStartOfDay().toInstant(ZoneOffset.UTC);
            latest.end = year.end().atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return latest.sums;
    }

    /**
     * What a tax year brought.
     *
     * @param totals by currency
     * @param unpriced how many sales and withdrawals are in no total, or only in part, because their proceeds or cost
     *     are not known in one currency
     */
    public record Year(TaxYear year, List<Total> totals, long unpriced) {
        /** Copies. */
        public Year {
            totals = List.copyOf(totals);
        }
    }

    /**
     * What a tax year brought in one currency.
     *
     * @param proceeds what was taken, exact
     * @param cost what that had cost, exact
     * @param gain the one less the other, negative for a loss
     * @param disposals how many sales these are
     */
    public record Total(AssetCode currency, BigDecimal proceeds, BigDecimal cost, BigDecimal gain, long disposals) {}

    /** The year of the latest disposal. */
    private static final class Latest {
        private Instant from = Instant.MAX;
        private Instant end = Instant.MIN;
        private Sums sums = new Sums();
    }

    private static final class Sums {
        private final Map<AssetCode, Sum> byCurrency = new TreeMap<>(Comparator.comparing(AssetCode::value));
        private long unpriced;

        private void add(Disposal disposal) {
            BigDecimal proceeds = disposal.proceeds();
            BigDecimal cost = disposal.cost();
            AssetCode currency = disposal.currency();
            if (proceeds == null || cost == null || currency == null) {
                unpriced++;
                return;
            }
            Sum sum = byCurrency.computeIfAbsent(currency, ignored -> new Sum());
            sum.proceeds = sum.proceeds.add(proceeds);
            sum.cost = sum.cost.add(cost);
            sum.disposals += disposal.further() ? 0 : 1;
        }

        private Year of(TaxYear year) {
            List<Total> totals = new ArrayList<>(byCurrency.size());
            byCurrency.forEach((currency, sum) -> totals.add(new Total(
                    currency,
                    Decimals.plain(sum.proceeds),
                    Decimals.plain(sum.cost),
                    Decimals.plain(sum.proceeds.subtract(sum.cost)),
                    sum.disposals)));
            return new Year(year, totals, unpriced);
        }
    }

    private static final class Sum {
        private BigDecimal proceeds = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private long disposals;
    }
}
