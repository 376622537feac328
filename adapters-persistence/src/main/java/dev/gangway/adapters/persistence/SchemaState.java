package dev.gangway.adapters.persistence;

/** How the schema of a database stands to the migrations of this version. */
public enum SchemaState {
    /** Nothing of ours is there yet. */
    EMPTY,
    /** Migrations of this version are missing. */
    BEHIND,
    /** Exactly this version's. */
    UP_TO_DATE,
    /** A later version has migrated it; since migrations expand before they contract, this version still works. */
    NEWER;

    /** Whether this version can work with it. */
    public boolean isUsable() {
        return this == UP_TO_DATE || this == NEWER;
    }
}
