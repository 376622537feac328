package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.DeadLinkView.Reason;
import dev.gangway.adapters.http.page.ReportView.Total;
import dev.gangway.adapters.http.page.SourceRow.State;
import dev.gangway.adapters.http.page.TransactionRow.Direction;
import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Sharing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One sample of every page in every state worth looking at; {@link PageGallery} writes them out, the tests read them. */
final class Samples {

    static final PartnerLink SIXPENCE = new PartnerLink("SixpenceX", "https://sixpencex.example/tax");
    static final PageFrame JORDAN = PageFrame.signedIn("jordan.mensah@example.com", "form-token");
    static final PageFrame NOBODY = PageFrame.anonymous();

    private static final String LONG_EMAIL = "l".repeat(64) + "@" + "d".repeat(63) + "." + "d".repeat(63) + ".example";

    private Samples() {}

    /** Every sample by name; the function renders it. */
    static Map<String, Function<Pages, String>> all() {
        Map<String, Function<Pages, String>> all = new LinkedHashMap<>();
        all.put("report-done", pages -> pages.report(JORDAN, done(), sharing("SixpenceX")));
        all.put("report-arriving", pages -> pages.report(JORDAN, arriving(), sharing("SixpenceX")));
        all.put("report-waiting", pages -> pages.report(JORDAN, waiting(), sharing("SixpenceX")));
        all.put("report-refused", pages -> pages.report(JORDAN, refused(), sharing("SixpenceX")));
        all.put("report-mixed", pages -> pages.report(JORDAN, mixed(), sharing("SixpenceX")));
        all.put("report-empty", pages -> pages.report(JORDAN, empty(), SharingView.NOBODY));
        all.putAll(ReportSamples.all());
        all.putAll(SourceSamples.all());
        all.put("continue", pages -> pages.continueHandoff(NOBODY, new ContinueView("/r/token", "form", "SixpenceX")));
        all.put(
                "switch",
                pages -> pages.switchUser(
                        NOBODY, new SwitchView("/r/token", "form", "jordan.mensah@example.com", "SixpenceX")));
        for (Reason reason : Reason.values()) {
            String name = "dead-link-" + reason.name().toLowerCase(java.util.Locale.ROOT);
            PartnerLink back = reason == Reason.FORGED ? null : SIXPENCE;
            all.put(name, pages -> pages.deadLink(NOBODY, new DeadLinkView(reason, back)));
        }
        all.put("not-found", pages -> pages.notFound(NOBODY));
        all.put(
                "error",
                pages -> pages.error(
                        JORDAN,
                        new ErrorView(
                                500,
                                "Something went wrong on our side",
                                "Your request was not carried out, and nothing was lost. Please try again in a moment.",
                                "req_01KAMQ7Z8T5W3N9V2XJ4RCE6DH")));
        all.put(
                "report-extreme",
                pages -> pages.report(PageFrame.signedIn(LONG_EMAIL, "form"), extreme(), sharing("x".repeat(300))));
        all.put(
                "continue-extreme",
                pages -> pages.continueHandoff(NOBODY, new ContinueView("/r/token", "form", "N".repeat(100))));
        all.put(
                "switch-extreme",
                pages -> pages.switchUser(NOBODY, new SwitchView("/r/token", "form", LONG_EMAIL, "ß".repeat(100))));
        all.put("home", pages -> pages.home(NOBODY));
        all.put("signed-out", Pages::signedOut);
        return all;
    }

    static SharingView sharing(String partner) {
        return SharingView.of(List.of(
                new SharedConnection(new PartnerId(new UUID(7, 1)), partner, Sharing.SENT_SOURCES),
                new SharedConnection(new PartnerId(new UUID(7, 2)), "Northwind", Sharing.ALL_SOURCES)));
    }

    static ReportView done() {
        return report(312, transactions(), source("SixpenceX", State.UP_TO_DATE, 312, "2026-11-21T14:05:09Z"));
    }

    static ReportView arriving() {
        return report(150, transactions(), source("SixpenceX", State.IMPORTING, 150, null));
    }

    static ReportView waiting() {
        return report(0, List.of(), source("SixpenceX", State.IMPORTING, 0, null));
    }

    static ReportView refused() {
        return report(0, List.of(), source("SixpenceX", State.KEY_REFUSED, 0, null));
    }

    static ReportView mixed() {
        return report(
                12_345,
                transactions(),
                source("SixpenceX", State.KEY_REFUSED, 4_102, "2026-09-30T08:15:00Z"),
                source("Luno", State.UNREACHABLE, 0, null),
                source("Kraken", State.UP_TO_DATE, 8_091, "2026-11-21T14:05:09Z"),
                source("VALR", State.IMPORTING, 152, null));
    }

    /** As long as every limit lets a text be, with nowhere to break it. */
    static ReportView extreme() {
        String number = "1234567890".repeat(4) + "." + "123456".repeat(6);
        String unit = "W".repeat(64);
        TransactionRow row = new TransactionRow(
                Moment.of(Instant.parse("2026-11-20T18:22:41Z")),
                Direction.TRADE,
                "Trade",
                "Bought " + amount(number, unit) + " for " + amount(number, unit),
                amount(number, unit),
                amount(number, unit),
                amount(number, unit),
                "E".repeat(32));
        SourceRow source =
                new SourceRow("E".repeat(32), "A".repeat(255), State.KEY_REFUSED, Long.MAX_VALUE, null, SIXPENCE);
        return new ReportView(
                "N".repeat(100),
                "P".repeat(100),
                new DiscountNote("D".repeat(50), "x".repeat(200)),
                List.of(source, source),
                List.of(new Total("Transactions", Figures.count(Long.MAX_VALUE), unit)),
                ReportSamples.extremeHoldings(),
                List.of(row, row),
                Long.MAX_VALUE);
    }

    static ReportView empty() {
        return new ReportView(null, null, null, List.of(), List.of(), ReportSamples.nothing(), List.of(), 0);
    }

    static ReportView report(long count, List<TransactionRow> transactions, SourceRow... sources) {
        List<Total> totals = count == 0
                ? List.of()
                : List.of(
                        new Total("Transactions", Figures.count(count), null),
                        new Total("Assets", "6", "BTC, ETH, SOL, USDC and 2 more"),
                        new Total("First", "4 Mar 2021", null),
                        new Total("Latest", "20 Nov 2026", null));
        return new ReportView(
                "Jordan",
                "SixpenceX",
                new DiscountNote("SIXPENCE_WELCOME_500", "R 500 off"),
                List.of(sources),
                totals,
                ReportSamples.holdings(),
                transactions,
                count);
    }

    private static SourceRow source(String exchange, State state, long count, @Nullable String lastSync) {
        return new SourceRow(
                exchange,
                count == 0 ? null : "SX-204817",
                state,
                count,
                lastSync == null ? null : Moment.of(Instant.parse(lastSync)),
                exchange.equals("SixpenceX") ? SIXPENCE : null);
    }

    static List<TransactionRow> transactions() {
        return List.of(
                new TransactionRow(
                        Moment.of(Instant.parse("2026-11-20T18:22:41Z")),
                        Direction.TRADE,
                        "Trade",
                        "Bought " + amount("0.0123", "BTC") + " for " + amount("12345.67", "ZAR"),
                        amount("0.0123", "BTC"),
                        amount("12345.67", "ZAR"),
                        amount("12.35", "ZAR"),
                        "SixpenceX"),
                new TransactionRow(
                        Moment.of(Instant.parse("2026-11-20T18:01:03Z")),
                        Direction.IN,
                        "Deposit",
                        "Deposited " + amount("15000", "ZAR"),
                        amount("15000", "ZAR"),
                        null,
                        null,
                        "SixpenceX"),
                new TransactionRow(
                        Moment.of(Instant.parse("2026-11-14T07:45:12Z")),
                        Direction.OUT,
                        "Withdrawal",
                        "Withdrew " + amount("1.50482917", "ETH"),
                        null,
                        amount("1.50482917", "ETH"),
                        amount("0.00042", "ETH"),
                        "SixpenceX"),
                new TransactionRow(
                        Moment.of(Instant.parse("2026-11-02T23:59:59Z")),
                        Direction.TRADE,
                        "Trade",
                        "Sold " + amount("12.75", "SOL") + " for " + amount("34902.15", "ZAR"),
                        amount("34902.15", "ZAR"),
                        amount("12.75", "SOL"),
                        amount("34.90", "ZAR"),
                        "SixpenceX"),
                new TransactionRow(
                        Moment.of(Instant.parse("2026-10-31T00:00:00Z")),
                        Direction.IN,
                        "Reward",
                        "Rewarded with " + amount("0.00318", "ETH"),
                        amount("0.00318", "ETH"),
                        null,
                        null,
                        "SixpenceX"),
                new TransactionRow(
                        Moment.of(Instant.parse("2026-10-18T11:30:27Z")),
                        Direction.TRADE,
                        "Trade",
                        "Bought " + amount("2500", "USDC") + " for " + amount("45117.50", "ZAR"),
                        amount("2500", "USDC"),
                        amount("45117.50", "ZAR"),
                        amount("45.12", "ZAR"),
                        "SixpenceX"));
    }

    private static String amount(String number, String unit) {
        return Figures.amount(new BigDecimal(number), unit);
    }
}
