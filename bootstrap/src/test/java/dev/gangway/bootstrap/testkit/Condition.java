package dev.gangway.bootstrap.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another process does. */
public final class Condition {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long GLANCE_MILLIS = 50;

    private Condition() {}

    /** Returns when it holds; fails with {@code what} when it does not come to. */
    public static void await(String what, Supplier<Boolean> condition) {
        await(what, PATIENCE, condition);
    }

    /** Returns when it holds; fails with {@code what} when it does not come to in time. */
    public static void await(String what, Duration patience, Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come to this within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS));
        }
    }
}
