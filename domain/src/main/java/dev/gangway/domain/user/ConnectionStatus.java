package dev.gangway.domain.user;

/** Where a connection stands. Only an active one lets a partner see a user or add to one. */
public enum ConnectionStatus {
    /** Asked for; the user has not answered. */
    PENDING,
    /** Approved by the user, or made by the partner that created the user. */
    ACTIVE,
    /** Ended. */
    REVOKED
}
