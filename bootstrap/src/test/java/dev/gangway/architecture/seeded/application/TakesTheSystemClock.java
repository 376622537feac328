package dev.gangway.architecture.seeded.application;

import java.time.Clock;

/** A clock of its own making. */
public final class TakesTheSystemClock {
    static final Clock CLOCK = Clock.systemUTC();

    private TakesTheSystemClock() {}
}
