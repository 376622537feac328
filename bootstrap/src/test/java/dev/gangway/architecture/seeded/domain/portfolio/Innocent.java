package dev.gangway.architecture.seeded.domain.portfolio;

/** A running sum that nobody else sees. */
final class Innocent {
    private long sum;

    long add(long more) {
        sum += more;
        return sum;
    }
}
