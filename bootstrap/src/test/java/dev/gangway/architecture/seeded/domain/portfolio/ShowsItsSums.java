package dev.gangway.architecture.seeded.domain.portfolio;

/** A calculation that others see changing. */
public final class ShowsItsSums {
    private long sum;

    /** Adds. */
    public long add(long more) {
        sum += more;
        return sum;
    }
}
