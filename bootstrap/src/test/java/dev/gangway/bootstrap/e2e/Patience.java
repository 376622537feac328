package dev.gangway.bootstrap.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until something holds, and says what did not if it never does. */
final class Patience {
    /** Long enough for anything that happens by itself, on a machine that has other things to do. */
    static final Duration USUAL = Duration.ofSeconds(30);

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(25);

    private Patience() {}

    /** Waits as long as is usual. */
    static void until(String what, Callable<Boolean> condition) {
        until(what, USUAL, condition);
    }

    /** Waits no longer than {@code patience}. */
    static void until(String what, Duration patience, Callable<Boolean> condition) {
        until(what, patience, condition, () -> "");
    }

    /**
     * Waits no longer than {@code patience}.
     *
     * @param otherwise what is to be told if it was in vain
     */
    static void until(String what, Duration patience, Callable<Boolean> condition, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(what, condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what + otherwise.get());
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    private static boolean holds(String what, Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new AssertionError("While waiting: " + what, fault);
        }
    }
}
