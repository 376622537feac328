package dev.gangway.adapters.http.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the server is stopping. Whoever waits on it wakes at once when that begins. */
public final class Stopping {
    private final CountDownLatch begun = new CountDownLatch(1);

    /** The server stops from now on. */
    public void begin() {
        begun.countDown();
    }

    /** Whether it does. */
    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /**
     * Waits.
     *
     * @return whether the server is stopping
     */
    public boolean within(Duration time) {
        try {
            return begun.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
