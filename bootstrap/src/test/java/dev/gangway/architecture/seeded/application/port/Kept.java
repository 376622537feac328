package dev.gangway.architecture.seeded.application.port;

/** A port with a contract. */
public interface Kept {
    /** Keeps it. */
    void keep();
}
