package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.ReportView.Total;
import dev.gangway.adapters.http.page.SourceRow.State;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.upload.UploadedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a user's report into the words of the report page. */
public final class ReportViews {

    private ReportViews() {}

    /**
     * The report as the page shows it: sources that need attention first, then those being read, then the rest. Where a
     * source needs a new key, the partner that brought the user can hand one over too.
     *
     * @param holdings what the user holds
     * @param latest the latest transactions, latest first
     * @param formToken the token that the session's forms must send back
     */
    public static ReportView of(UserReport report, HoldingsView holdings, List<LedgerEntry> latest, String formToken) {
        Exchanges exchanges = Exchanges.of(report.sources());
        String discount = report.discountCode();
        PartnerLink repair = repair(report);
        return new ReportView(
                report.name(),
                report.broughtBy(),
                discount == null ? null : new DiscountNote(discount, null),
                report.sources().stream()
                        .map(source -> source(source, repair, formToken))
                        .sorted(Comparator.comparingInt(ReportViews::urgency))
                        .toList(),
                totals(report, latest),
                holdings,
                latest.stream()
                        .map(entry -> TransactionRows.of(entry, exchanges.label(entry.source())))
                        .toList(),
                report.transactionCount());
    }

    /** The sources, only to be looked at, in the order in which they came. */
    public static List<SourceRow> sources(UserReport report) {
        return report.sources().stream()
                .map(source -> new SourceRow(
                        source.exchange().value(),
                        null,
                        state(source.status(), source.failure(), source.refreshing()),
                        source.transactionCount(),
                        source.importedAt() == null ? null : Moment.of(source.importedAt()),
                        null))
                .toList();
    }

    /** How much history there is and how far it reaches, in sentences. */
    public static String reach(UserReport report, LedgerState ledger) {
        Instant first = ledger.firstTransactionAt();
        Instant sync = ledger.lastSyncAt();
        return Words.transactions(ledger.transactions()) + " from "
                + Words.sources(report.sources().size())
                + (first == null ? "" : ", the first of " + Moment.of(first).date())
                + "."
                + (sync == null
                        ? ""
                        : " Last sync " + Moment.of(sync).date() + ", "
                                + Moment.of(sync).clock() + " UTC.");
    }

    private static @Nullable PartnerLink repair(UserReport report) {
        String partner = report.broughtBy();
        WebAddress place = report.wayForward();
        return partner == null || place == null ? null : new PartnerLink(partner, place.value());
    }

    private static SourceRow source(SourceSummary source, @Nullable PartnerLink repair, String formToken) {
        return new SourceRow(
                Exchanges.name(source.exchange()),
                null,
                source.exchange().equals(UploadedLine.UPLOADS)
                        ? State.UPLOADED
                        : state(source.status(), source.failure(), source.refreshing()),
                source.transactionCount(),
                source.importedAt() == null ? null : Moment.of(source.importedAt()),
                repair,
                new SourceRow.Actions(source.id().value(), formToken));
    }

    /** How a source fares. */
    public static State state(SourceStatus status, @Nullable SourceFailure failure, boolean refreshing) {
        return switch (status) {
            case PROCESSING -> State.IMPORTING;
            case POPULATED, MERGED -> refreshing ? State.REFRESHING : State.UP_TO_DATE;
            case CREDENTIALS_FAILED -> cause(failure, State.KEY_REFUSED);
            case FAILED -> cause(failure, State.UNREACHABLE);
        };
    }

    private static State cause(@Nullable SourceFailure failure, State untold) {
        if (failure == null) {
            return untold;
        }
        return switch (failure) {
            case CREDENTIALS_REFUSED -> State.KEY_REFUSED;
            case PERMISSION_MISSING -> State.KEY_TOO_WEAK;
            case KEY_NOT_READ_ONLY -> State.KEY_TOO_STRONG;
            case CREDENTIALS_UNREADABLE -> State.KEY_LOST;
            case OTHER_ACCOUNT -> State.OTHER_ACCOUNT;
            case KEY_WITHDRAWN -> State.KEY_WITHDRAWN;
            case EXCHANGE_UNREACHABLE -> State.UNREACHABLE;
            case EXCHANGE_NOT_SUPPORTED -> State.NOT_SUPPORTED;
        };
    }

    private static int urgency(SourceRow source) {
        return source.needsAttention() ? 0 : source.busy() ? 1 : 2;
    }

    private static List<Total> totals(UserReport report, List<LedgerEntry> latest) {
        if (report.transactionCount() == 0) {
            return List.of();
        }
        List<Total> totals = new ArrayList<>();
        totals.add(new Total("Transactions", Figures.count(report.transactionCount()), null));
        totals.add(new Total("Sources", Figures.count(report.sources().size()), null));
        if (!latest.isEmpty()) {
            Moment last = Moment.of(latest.getFirst().occurredAt());
            totals.add(new Total("Latest transaction", last.date(), null));
        }
        return totals;
    }
}
