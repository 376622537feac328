package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import java.time.Clock;

/** The time. */
final class ClockModule extends AbstractModule {
    private final Clock clock;

    ClockModule(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(clock);
    }
}
