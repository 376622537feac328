package dev.gangway.architecture.seeded.domain;

/** Static state, in the domain of all places. */
public final class RemembersForEver {
    static int times = 0;

    private RemembersForEver() {}
}
