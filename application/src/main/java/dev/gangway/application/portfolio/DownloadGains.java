package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.TaxYears;
import dev.gangway.domain.user.UserId;
import java.time.Year;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every disposal of a user, or of one of their tax years. */
public final class DownloadGains {
    private final Reports reports;
    private final Positions positions;

    /** Takes the user's jurisdiction from {@code reports} and the rest from {@code positions}. */
    public DownloadGains(Reports reports, Positions positions) {
        this.reports = reports;
        this.positions = positions;
    }

    /**
     * Whose disposals.
     *
     * @param user always the signed-in user
     * @param method which units are given away first
     * @param year only those of the tax year that begins in it; null for all
     */
    public record Command(
            UserId user, CostBasisMethod method, @Nullable Year year) {}

    /** The disposals, if there is a user. */
    public sealed interface Outcome {
        /** There is. */
        record Found(TaxYears taxYears, Disposals disposals) implements Outcome {}

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Disposals that are computed when somebody takes them. */
    @FunctionalInterface
    public interface Disposals {
        /**
         * Hands over every one, earliest first. A connection to the database is held meanwhile: whoever takes them shall
         * not wait for somebody else in between.
         */
        void read(Consumer<Disposal> each);
    }

    /** Makes ready to compute them. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.user());
        if (report == null) {
            return new Outcome.NoSuchUser();
        }
        TaxYears taxYears = TaxYears.of(report.jurisdiction());
        LedgerScope scope = LedgerScope.whole(command.user());
        Year year = command.year();
        return new Outcome.Found(
                taxYears,
                each -> positions.disposals(scope, command.method(), disposal -> {
                    if (year == null || taxYears.at(disposal.at()).from().getYear() == year.getValue()) {
                        each.accept(disposal);
                    }
                }));
    }
}
