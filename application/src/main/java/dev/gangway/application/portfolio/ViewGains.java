package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.TaxYear;
import dev.gangway.domain.portfolio.TaxYears;
import dev.gangway.domain.user.UserId;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** What giving things away has brought a user, by the tax years of their jurisdiction. */
public final class ViewGains {
    /** How many disposals of a year are told. */
    public static final int LISTED = 200;

    private final Reports reports;
    private final Positions positions;

    /** Takes the user's jurisdiction from {@code reports} and the rest from {@code positions}. */
    public ViewGains(Reports reports, Positions positions) {
        this.reports = reports;
        this.positions = positions;
    }

    /**
     * Whose gains.
     *
     * @param user always the signed-in user
     * @param method which units are given away first
     * @param year the tax year that begins in it is told disposal by disposal; null for none
     */
    public record Command(
            UserId user, CostBasisMethod method, @Nullable Year year) {}

    /** The gains, if there is a user. */
    public sealed interface Outcome {
        /** There is. */
        record Found(UserReport report, TaxYears taxYears, Gains gains) implements Outcome {}

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Computes them. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.user());
        if (report == null) {
            return new Outcome.NoSuchUser();
        }
        TaxYears taxYears = TaxYears.of(report.jurisdiction());
        Year year = command.year();
        TaxYear listed = year == null ? null : new TaxYear(taxYears.begins().atYear(year.getValue()));
        return new Outcome.Found(
                report,
                taxYears,
                positions.gains(LedgerScope.whole(command.user()), command.method(), taxYears, listed, LISTED));
    }
}
