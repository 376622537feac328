package dev.gangway.architecture.seeded.domain;

/** A value that changes. */
public final class Changes {
    private int times;

    /** Changes it. */
    public int change() {
        return ++times;
    }
}
