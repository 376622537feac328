package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, in memory. Whoever needs one reads a field: no lock, no database. A copy that is no longer fresh is read
 * again on another thread, by one caller at a time, while everybody goes on with the one that is there; only a node that
 * was idle for long waits for it. A failed reading keeps the last good copy.
 *
 * <p>Every copy in use is younger than {@link WrappedKey#PUBLISHED_BEFORE_USE}, so that a key is everywhere before the
 * first thing is signed with it.
 */
final class KeyRingReader {
    /** How old a copy may be before it is read again. */
    static final Duration FRESH = Duration.ofSeconds(15);
    /** How old a copy may be before callers wait for the next one. */
    static final Duration USABLE = Duration.ofSeconds(45);
    /** The least time between two readings that unknown key ids or faults bring about. */
    static final Duration PAUSE = Duration.ofSeconds(5);
    /** How long callers wait for a reading, counted from its start. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRingReader.class);

    private final KeyRings rings;
    private final MasterKeyWrapping wrapping;
    private final Clock clock;
    private final Executor executor;
    private final AtomicReference<@Nullable CompletableFuture<Void>> running = new AtomicReference<>();
    private volatile Copy copy = new Copy(KeyRing.empty(), Instant.MIN);
    private volatile Instant lastAttempt = Instant.MIN;

    /** @param executor where the rings are read */
    KeyRingReader(KeyRings rings, MasterKeyWrapping wrapping, Clock clock, Executor executor) {
        this.rings = rings;
        this.wrapping = wrapping;
        this.clock = clock;
        this.executor = executor;
    }

    private record Copy(KeyRing ring, Instant readAt) {
        /** A copy from the future is as old as can be: the clock was set back. */
        boolean isYounger(Duration age, Instant now) {
            return !readAt.isAfter(now)
                    && !readAt.equals(Instant.MIN)
                    && readAt.plus(age).isAfter(now);
        }
    }

    /**
     * The key that seals and signs now.
     *
     * @throws IllegalStateException if the ring of {@code purpose} is empty
     */
    RingKey active(KeyPurpose purpose) {
        Instant now = clock.instant();
        RingKey key = current(now).active(purpose, now);
        if (key == null) {
            throw new IllegalStateException("There is no key for " + purpose.storedName() + " in the key ring");
        }
        return key;
    }

    /**
     * The key that {@code id} names if it still opens and verifies, else null.
     *
     * @throws IllegalStateException if that cannot be told, because the rings could not be read for too long or the key
     *     does not open
     */
    @Nullable
    RingKey usable(KeyPurpose purpose, String id) {
        Instant now = clock.instant();
        return ringWith(id, now).usable(purpose, id, now);
    }

    /**
     * The key that {@code id} names, which must be there, retired or not: to compare with what was stored under it.
     *
     * @throws IllegalStateException if it is not, or does not open
     */
    RingKey known(KeyPurpose purpose, String id) {
        RingKey key = ringWith(id, clock.instant()).known(purpose, id);
        if (key == null) {
            throw new IllegalStateException("There is no key " + id + " for " + purpose.storedName());
        }
        return key;
    }

    /**
     * Every key of a purpose, retired ones too.
     *
     * @throws IllegalStateException if there is any key that does not open
     */
    List<RingKey> every(KeyPurpose purpose) {
        return current(clock.instant()).every(purpose);
    }

    /** The ring, read again if it does not know that key. */
    private KeyRing ringWith(String id, Instant now) {
        KeyRing ring = current(now);
        if (!ring.knows(id) && mayTryAgain(now)) {
            startReading(now).join();
            ring = copy.ring();
        }
        if (!ring.knows(id) && !copy.isYounger(USABLE, now)) {
            throw new IllegalStateException("The key rings could not be read, and the copy in memory is too old to tell"
                    + " whether a key exists");
        }
        return ring;
    }

    /**
     * Reads the rings on this thread.
     *
     * @throws IllegalStateException if a key does not open, saying which
     */
    void readNow() {
        KeyRing ring = read(clock.instant());
        if (!ring.unreadable().isEmpty()) {
            throw new IllegalStateException(String.join("; ", ring.unreadable().values()));
        }
    }

    private KeyRing current(Instant now) {
        Copy held = copy;
        if (held.isYounger(FRESH, now)) {
            return held.ring();
        }
        boolean usable = held.isYounger(USABLE, now);
        CompletableFuture<Void> reading = mayTryAgain(now) ? startReading(now) : running.get();
        if (!usable && reading != null) {
            reading.join();
        }
        return copy.ring();
    }

    private boolean mayTryAgain(Instant now) {
        Instant last = lastAttempt;
        return last.equals(Instant.MIN)
                || last.isAfter(now)
                || !last.plus(PAUSE).isAfter(now);
    }

    /** The reading that is under way, started here if there was none. It ends for those who wait after a while at most. */
    private CompletableFuture<Void> startReading(Instant now) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = running.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        if (!mayTryAgain(now)) {
            // another caller's reading began and ended in between
            end(mine);
            return mine;
        }
        lastAttempt = now;
        try {
            executor.execute(() -> {
                try {
                    read(now);
                } catch (RuntimeException failed) {
                    warn(failed);
                } finally {
                    end(mine);
                }
            });
        } catch (RuntimeException refused) {
            warn(refused);
            end(mine);
        }
        return mine.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void warn(RuntimeException fault) {
        LOG.warn("The key rings could not be read; the copy in memory stays in use: {}", fault.toString());
        LOG.debug("Why the key rings could not be read", fault);
    }

    private void end(CompletableFuture<Void> reading) {
        running.set(null);
        reading.complete(null);
    }

    /** One at a time, so that an older reading never replaces a newer one. */
    private synchronized KeyRing read(Instant now) {
        KeyRing held = copy.ring();
        KeyRing next = held.next(rings.all(), wrapping);
        if (!next.unreadable().equals(held.unreadable())) {
            next.unreadable().values().forEach(LOG::error);
        }
        copy = new Copy(next, now);
        return next;
    }
}
