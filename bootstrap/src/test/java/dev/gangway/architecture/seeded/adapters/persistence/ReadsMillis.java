package dev.gangway.architecture.seeded.adapters.persistence;

/** Time out of thin air. */
public final class ReadsMillis {
    private ReadsMillis() {}

    static long at() {
        return System.currentTimeMillis();
    }
}
