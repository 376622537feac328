package dev.gangway.architecture.seeded.application;

import java.time.Instant;
import java.util.function.Supplier;

/** Time out of thin air, as a method reference. */
public final class RefersToNow {
    static final Supplier<Instant> AT = Instant::now;

    private RefersToNow() {}
}
