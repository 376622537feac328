package dev.gangway.domain.user;

/** How much of a user a connected partner sees. The user alone decides. */
public enum Sharing {
    /** The sources that the partner itself sent. */
    SENT_SOURCES,
    /** All of the user's sources. */
    ALL_SOURCES
}
