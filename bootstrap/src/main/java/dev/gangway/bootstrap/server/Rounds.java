package dev.gangway.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Work that is done over and over beside the calls, on threads of its own: a round that fails ends none of those after it. */
final class Rounds {
    private final ScheduledExecutorService threads;
    private final Consumer<RuntimeException> failed;

    /**
     * None yet.
     *
     * @param name the threads' name
     * @param threads how many rounds may run at once
     * @param failed told of a round that failed: the database may be away, and the next round comes anyway
     */
    Rounds(String name, int threads, Consumer<RuntimeException> failed) {
        this.threads = Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
        this.failed = failed;
    }

    /** Does {@code round} for the first time after {@code pause}, and again so long after each time. */
    void every(Duration pause, Runnable round) {
        every(pause, pause, round);
    }

    /** Does {@code round} for the first time after {@code first}, and again {@code pause} after each time. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round's faults are told here
    void every(Duration first, Duration pause, Runnable round) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        round.run();
                    } catch (RuntimeException fault) {
                        failed.accept(fault);
                    }
                },
                first.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Begins no more rounds and waits for those that run. Only what takes longer than {@code patience} is interrupted: in the
     * middle of a write that closes the file of H2 under everybody.
     *
     * @return whether all were over in time
     */
    boolean end(Duration patience) {
        threads.shutdown();
        boolean over = areOverWithin(patience);
        if (!over) {
            threads.shutdownNow();
        }
        return over;
    }

    private boolean areOverWithin(Duration patience) {
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
