package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.HoldingsView.Pending;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.portfolio.Gains;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.Balance;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.GainsByYear;
import dev.gangway.domain.portfolio.Holding;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.portfolio.TaxYears;
import dev.gangway.domain.user.Jurisdiction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Samples of the pages behind the report's first one. */
final class ReportSamples {
    /** As long as an asset code may be. */
    static final String LONG_CODE = "W".repeat(64);

    private static final BigDecimal LONG_NUMBER = new BigDecimal("1234567890".repeat(4) + "." + "123456".repeat(6));

    private static final List<Holding> HELD = List.of(
            held("BTC", "0.84216", "612345.671", "ZAR"),
            held("ETH", "12.5", "31200.5", "ZAR"),
            held("SOL", "140", "1811.25", "ZAR"),
            held("DOGE", "25000", "1.62", "ZAR"),
            held("LINK", "310.5", "14.9123", "USDT"),
            held("PEPE", "120000000", "0.0000011", "USDT"),
            held("ZAR", "15000", "1", "ZAR"),
            new Holding(new AssetCode("XRP"), new BigDecimal("1500"), null, null, true),
            new Holding(new AssetCode("ADA"), new BigDecimal("88.123456"), null, null, true));

    private ReportSamples() {}

    static Map<String, Function<Pages, String>> all() {
        Map<String, Function<Pages, String>> all = new LinkedHashMap<>();
        all.put("holdings", pages -> pages.holdings(Samples.JORDAN, holdings()));
        all.put("holdings-pending", pages -> pages.holdings(Samples.JORDAN, pending()));
        all.put("holdings-empty", pages -> pages.holdings(Samples.JORDAN, nothing()));
        all.put("holdings-extreme", pages -> pages.holdings(Samples.JORDAN, extremeHoldings()));
        all.put("gains", pages -> pages.gains(Samples.JORDAN, gains(null)));
        all.put("gains-year", pages -> pages.gains(Samples.JORDAN, gains(2024)));
        all.put(
                "gains-empty",
                pages -> pages.gains(Samples.JORDAN, view(CostBasisMethod.AVERAGE, new Gains(List.of(), null))));
        all.put("gains-extreme", pages -> pages.gains(Samples.JORDAN, extremeGains()));
        all.put("ledger", pages -> pages.ledger(Samples.JORDAN, ledger(false, true)));
        all.put("ledger-filtered", pages -> pages.ledger(Samples.JORDAN, ledger(true, true)));
        all.put("ledger-none", pages -> pages.ledger(Samples.JORDAN, ledger(true, false)));
        all.put("ledger-empty", pages -> pages.ledger(Samples.JORDAN, ledger(false, false)));
        return all;
    }

    static HoldingsView holdings() {
        return HoldingsViews.of(
                ledger(List.of(new Balance(new AssetCode("LTC"), new BigDecimal("-3.5")))),
                Portfolio.of(HELD, new AssetCode("ZAR")),
                HoldingsViews.SOME);
    }

    static HoldingsView pending() {
        return HoldingsViews.quantities(
                ledger(HELD.stream()
                        .map(holding -> new Balance(holding.asset(), holding.quantity()))
                        .toList()),
                Pending.COMPUTING,
                5);
    }

    static LedgerState ledger(List<Balance> balances) {
        return new LedgerState("v1", 1, 312, 0, null, null, balances);
    }

    static HoldingsView nothing() {
        return HoldingsViews.of(ledger(List.of()), Portfolio.of(List.of(), null), HoldingsViews.SOME);
    }

    static HoldingsView extremeHoldings() {
        List<Holding> many = IntStream.range(0, 60)
                .mapToObj(i -> new Holding(
                        new AssetCode(LONG_CODE.substring(2) + (10 + i)),
                        LONG_NUMBER,
                        i == 0 ? null : LONG_NUMBER,
                        i == 0 ? null : new AssetCode(LONG_CODE),
                        i == 0))
                .toList();
        return HoldingsViews.of(ledger(List.of()), Portfolio.of(many, null), HoldingsViews.SOME);
    }

    static GainsView gains(@Nullable Integer year) {
        TaxYears taxYears = TaxYears.of(new Jurisdiction("RSA"));
        GainsByYear sums = new GainsByYear(taxYears);
        List<Disposal> disposals = List.of(
                sold("BTC", "0.25", "2022-08-01T09:00:00Z", "2021-03-04T12:00:00Z", "98000.5", "121000", "ZAR"),
                sold("ETH", "2", "2024-05-02T10:11:12Z", "2023-01-04T12:00:00Z", "118000", "52000.123456", "ZAR"),
                sold("ETH", "0.5", "2024-07-02T10:11:12Z", "2023-01-04T12:00:00Z", "25000", "28000", "ZAR"),
                sold("LINK", "100", "2024-09-02T10:11:12Z", null, "1511.2", "1402.00000001", "USDT"),
                sold("XRP", "500", "2025-01-02T10:11:12Z", null, null, null, null));
        disposals.forEach(sums);
        List<Disposal> ofYear = disposals.stream()
                .filter(disposal ->
                        year != null && taxYears.at(disposal.at()).from().getYear() == year)
                .toList();
        Gains.Listing listing = ofYear.isEmpty()
                ? null
                : new Gains.Listing(taxYears.at(ofYear.get(0).at()), ofYear, 1234);
        return view(CostBasisMethod.FIFO, new Gains(sums.years(), listing));
    }

    static GainsView extremeGains() {
        GainsByYear sums = new GainsByYear(TaxYears.CALENDAR);
        Disposal disposal = new Disposal(
                new AssetCode(LONG_CODE),
                Instant.parse("2024-01-01T00:00:00Z"),
                null,
                LONG_NUMBER,
                LONG_NUMBER,
                LONG_NUMBER.add(LONG_NUMBER),
                new AssetCode(LONG_CODE),
                false);
        sums.accept(disposal);
        return view(
                CostBasisMethod.HIFO,
                new Gains(sums.years(), new Gains.Listing(TaxYears.CALENDAR.at(disposal.at()), List.of(disposal), 1)));
    }

    private static GainsView view(CostBasisMethod method, Gains gains) {
        Jurisdiction jurisdiction = new Jurisdiction("RSA");
        return GainsViews.of(jurisdiction, TaxYears.of(jurisdiction), method, gains);
    }

    static LedgerView ledger(boolean filtered, boolean rows) {
        return new LedgerView(
                List.of(new Choice("", "All sources", true), new Choice("src_1", "KRAKEN", false)),
                List.of(new Choice("", "All kinds", !filtered), new Choice("trade", "Trade", filtered)),
                List.of("BTC", "ZAR"),
                filtered ? "BTC" : "",
                filtered ? "2026-01-01" : "",
                "",
                filtered,
                "12 345 transactions from 3 sources, latest first, times in UTC.",
                rows ? "There are 3 records that we do not understand yet. They are kept and change no figure." : null,
                rows ? Samples.transactions() : List.of(),
                new LedgerLinks(
                        rows ? "/report/ledger?after=x" : null,
                        filtered && rows ? "/report/ledger" : null,
                        "/report/ledger.csv"));
    }

    private static Holding held(String asset, String quantity, String price, String quote) {
        return new Holding(
                new AssetCode(asset), new BigDecimal(quantity), new BigDecimal(price), new AssetCode(quote), false);
    }

    private static Disposal sold(
            String asset,
            String quantity,
            String at,
            @Nullable String acquired,
            @Nullable String proceeds,
            @Nullable String cost,
            @Nullable String currency) {
        return new Disposal(
                new AssetCode(asset),
                Instant.parse(at),
                acquired == null ? null : Instant.parse(acquired),
                new BigDecimal(quantity),
                proceeds == null ? null : new BigDecimal(proceeds),
                cost == null ? null : new BigDecimal(cost),
                currency == null ? null : new AssetCode(currency),
                false);
    }
}
