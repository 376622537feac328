package dev.gangway.domain.source;

/** What outranks what among the imports that wait. */
public enum ImportPriority {
    /** A source's first import: somebody is looking at a page and waiting for it. */
    FIRST(100),
    /** Bringing a populated source up to date. */
    REFRESH(10);

    private final int rank;

    ImportPriority(int rank) {
        this.rank = rank;
    }

    /** The higher goes first. */
    public int rank() {
        return rank;
    }
}
