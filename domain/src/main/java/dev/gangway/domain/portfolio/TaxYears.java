package dev.gangway.domain.portfolio;

import dev.gangway.domain.user.Jurisdiction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;

/**
 * Where a jurisdiction's tax years begin. Days are those of UTC: an exchange's history has no other, and the place that
 * the user was at is not known.
 *
 * @param begins the first day of each year
 */
public record TaxYears(MonthDay begins) {
    /** From 1 January to 31 December, as most jurisdictions have it. */
    public static final TaxYears CALENDAR = new TaxYears(MonthDay.of(1, 1));

    private static final TaxYears SOUTH_AFRICA = new TaxYears(MonthDay.of(3, 1));
    private static final TaxYears UNITED_KINGDOM = new TaxYears(MonthDay.of(4, 6));
    private static final TaxYears AUSTRALIA = new TaxYears(MonthDay.of(7, 1));
    private static final TaxYears APRIL = new TaxYears(MonthDay.of(4, 1));

    /**
     * The tax years of a jurisdiction, which partners write in two letters or three, or with a region behind it
     * ({@code GB-SCT}); one that is not known here has the calendar's.
     */
    public static TaxYears of(Jurisdiction jurisdiction) {
        return switch (jurisdiction.value().split("[-_]", 2)[0]) {
            case "RSA", "ZA", "ZAF" -> SOUTH_AFRICA;
            case "GB", "UK", "GBR" -> UNITED_KINGDOM;
            case "AU", "AUS" -> AUSTRALIA;
            case "IN", "IND", "NZ", "NZL" -> APRIL;
            default -> CALENDAR;
        };
    }

    /** The year that the instant is in. */
    public TaxYear at(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        LocalDate from = begins.atYear(day.getYear());
        return new TaxYear(day.isBefore(from) ? begins.atYear(day.getYear() - 1) : from);
    }
}
