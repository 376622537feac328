package dev.gangway.architecture.seeded.application.port;

/** A port that nobody is held to. */
public interface HasNoContract {
    /** Keeps it. */
    void keep();
}
