package dev.gangway.bootstrap.cli;

import java.time.Duration;
import java.time.Instant;

/** How long this process has been running. */
final class Uptime {
    private Uptime() {}

    static long millis() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .orElse(0L);
    }
}
