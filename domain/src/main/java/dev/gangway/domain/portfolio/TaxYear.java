package dev.gangway.domain.portfolio;

import java.time.LocalDate;

/**
 * A year of a tax authority.
 *
 * @param from its first day
 */
public record TaxYear(LocalDate from) implements Comparable<TaxYear> {
    /** {@code 2025} for a calendar year, {@code 2025/26} for one that ends in the next. */
    public String label() {
        String year = Integer.toString(from.getYear());
        if (from.getDayOfYear() == 1) {
            return year;
        }
        int next = Math.floorMod(from.getYear() + 1, 100);
        return year + (next < 10 ? "/0" : "/") + next;
    }

    /** The first day that is no longer in it. */
    public LocalDate end() {
        return from.plusYears(1);
    }

    @Override
    public int compareTo(TaxYear other) {
        return from.compareTo(other.from);
    }

    @Override
    public String toString() {
        return label();
    }
}
