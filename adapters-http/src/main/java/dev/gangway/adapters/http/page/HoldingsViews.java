package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.HoldingsView.Pending;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.Balance;
import dev.gangway.domain.portfolio.Holding;
import dev.gangway.domain.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what a user holds into words and bars. */
public final class HoldingsViews {
    /** How many assets a page shows among other things. */
    public static final int SOME = 50;

    /** How many a page of their own shows: more than anybody has, but a page has an end. */
    public static final int ALL = 2_000;

    /** Bars beyond these are too short to tell apart. */
    private static final int BARS = 8;

    /** How many assets a sentence names. */
    private static final int NAMED = 5;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private HoldingsViews() {}

    /** Quantities alone: prices are not here yet. */
    public static HoldingsView quantities(LedgerState ledger, Pending pending, int most) {
        List<Balance> balances = ledger.balances();
        List<HoldingRow> rows = balances.stream()
                .limit(most)
                .map(balance -> new HoldingRow(
                        balance.asset().value(),
                        Figures.amount(balance.quantity(), balance.asset().value()),
                        null,
                        null,
                        balance.quantity().signum() < 0))
                .toList();
        return new HoldingsView(rows, balances.size() - rows.size(), List.of(), null, ledger.version(), pending);
    }

    /** Everything. Assets of which more went out than came in are told too: their history is incomplete. */
    public static HoldingsView of(LedgerState ledger, Portfolio portfolio, int most) {
        List<HoldingRow> rows = new ArrayList<>();
        portfolio.holdings().forEach(holding -> rows.add(row(holding)));
        ledger.balances().stream()
                .filter(balance -> balance.quantity().signum() < 0)
                .forEach(balance -> rows.add(new HoldingRow(
                        balance.asset().value(),
                        Figures.amount(balance.quantity(), balance.asset().value()),
                        null,
                        null,
                        true)));
        List<HoldingRow> shown = rows.subList(0, Math.min(most, rows.size()));
        return new HoldingsView(
                shown,
                rows.size() - shown.size(),
                charts(portfolio.holdings()),
                unpriced(portfolio.holdings()),
                ledger.version(),
                null);
    }

    private static HoldingRow row(Holding holding) {
        String asset = holding.asset().value();
        BigDecimal price = holding.averagePurchasePrice();
        AssetCode quote = holding.quote();
        boolean money = holding.asset().equals(quote);
        return new HoldingRow(
                asset,
                Figures.amount(holding.quantity(), asset),
                price == null || quote == null || money ? null : Figures.rounded(price, quote.value()),
                price == null || quote == null || money
                        ? null
                        : Figures.rounded(price.multiply(holding.quantity()), quote.value()),
                false);
    }

    private static List<Chart> charts(List<Holding> holdings) {
        Map<String, List<Paid>> byCurrency = new TreeMap<>();
        for (Holding holding : holdings) {
            BigDecimal price = holding.averagePurchasePrice();
            AssetCode quote = holding.quote();
            if (price != null && price.signum() > 0 && quote != null && !quote.equals(holding.asset())) {
                byCurrency
                        .computeIfAbsent(quote.value(), currency -> new ArrayList<>())
                        .add(new Paid(holding.asset().value(), price.multiply(holding.quantity())));
            }
        }
        return byCurrency.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().size(), Comparator.reverseOrder()))
                .map(entry -> chart(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Paid(String asset, BigDecimal amount) {}

    private static Chart chart(String currency, List<Paid> all) {
        BigDecimal total = sum(all);
        List<Paid> sorted = all.stream()
                .sorted(Comparator.comparing(Paid::amount).reversed())
                .toList();
        List<Paid> shown = new ArrayList<>(sorted.subList(0, Math.min(BARS, sorted.size())));
        List<Paid> rest = sorted.subList(shown.size(), sorted.size());
        if (!rest.isEmpty()) {
            shown.add(new Paid(rest.size() == 1 ? "1 more" : rest.size() + " more", sum(rest)));
        }
        return new Chart(
                currency,
                Figures.rounded(total, currency),
                shown.stream()
                        .map(paid -> new Chart.Bar(
                                paid.asset(),
                                Figures.rounded(paid.amount(), currency),
                                Figures.share(paid.amount(), total),
                                Figures.percent(paid.amount(), total)
                                                .min(HUNDRED)
                                                .toPlainString() + "%"))
                        .toList());
    }

    private static BigDecimal sum(Collection<Paid> paid) {
        return paid.stream().map(Paid::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String unpriced(List<Holding> holdings) {
        List<String> assets = holdings.stream()
                .filter(Holding::unpriced)
                .map(holding -> holding.asset().value())
                .toList();
        if (assets.isEmpty()) {
            return null;
        }
        String named = assets.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = assets.size() > NAMED ? " and " + (assets.size() - NAMED) + " more" : "";
        return named + more
                + ": some of it came in without a price, from outside or as a reward, or was paid for in more than one"
                + " currency. Connect the account that it came from, or add its history as a file; then the price follows.";
    }
}
