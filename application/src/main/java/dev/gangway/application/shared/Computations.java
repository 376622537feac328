package dev.gangway.application.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What takes seconds to compute and little to keep: calls that ask for the same at once share one computation, only so
 * many run at once, and what is known is not computed again for a while.
 *
 * @param <K> what tells one from another; equal keys have equal results for as long as a result is kept
 * @param <V> the result
 */
public final class Computations<K, V> {
    private final Semaphore turns;
    private final ToIntFunction<V> weight;
    private final long most;
    private final Duration kept;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Computation<V>> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Knows nothing yet.
     *
     * @param turns how many run at once; others wait
     * @param weight what it takes to keep a result
     * @param most what it may take to keep all of them
     * @param kept how long a result is kept at most
     */
    public Computations(Semaphore turns, ToIntFunction<V> weight, long most, Duration kept, Clock clock) {
        this.turns = turns;
        this.weight = weight;
        this.most = most;
        this.kept = kept;
        this.clock = clock;
    }

    private record Computation<V>(CompletableFuture<V> result, Instant began) {
        boolean succeeded() {
            return result.isDone() && !result.isCompletedExceptionally();
        }
    }

    /** The result, computed unless it is known or on its way; what a computation throws is thrown, and not kept. */
    public V of(K key, Supplier<V> computation) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = othersOrBegin(key, mine);
        if (others == null) {
            complete(key, mine, () -> inTurn(computation));
        }
        return join(others == null ? mine : others);
    }

    /**
     * The result if it is known, or is computed here at once.
     *
     * @param patience how long to wait for a turn
     * @return null if no turn came, or somebody else is still computing it
     */
    public @Nullable V soon(K key, Supplier<V> computation, Duration patience) {
        if (knows(key)) {
            return of(key, computation);
        }
        if (!takeTurn(patience)) {
            return null;
        }
        try {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> others = othersOrBegin(key, mine);
            if (others != null) {
                // whoever holds a turn must not wait for somebody who waits for one
                return others.isDone() ? join(others) : null;
            }
            complete(key, mine, computation);
            return join(mine);
        } finally {
            turns.release();
        }
    }

    private boolean takeTurn(Duration patience) {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void complete(K key, CompletableFuture<V> mine, Supplier<V> computation) {
        try {
            mine.complete(computation.get());
        } catch (RuntimeException | Error fault) {
            // thrown to all who wait for it, and to nobody who comes later
            forget(key);
            mine.completeExceptionally(fault);
        }
        trim();
    }

    /** Whether the result is known, so that asking for it takes no time. */
    public boolean knows(K key) {
        lock.lock();
        try {
            Computation<V> there = known.get(key);
            return there != null && there.succeeded() && !isOld(there, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Computes what is not kept, in turn with the rest. */
    public <T> T inTurn(Supplier<T> computation) {
        turns.acquireUninterruptibly();
        try {
            return computation.get();
        } finally {
            turns.release();
        }
    }

    /** The computation that runs or is known; null if there was none, and {@code mine} is the one from now on. */
    private @Nullable CompletableFuture<V> othersOrBegin(K key, CompletableFuture<V> mine) {
        Instant now = clock.instant();
        lock.lock();
        try {
            Computation<V> there = known.get(key);
            if (there != null && !isOld(there, now)) {
                return there.result();
            }
            known.put(key, new Computation<>(mine, now));
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOld(Computation<V> there, Instant now) {
        return there.result().isDone() && now.isAfter(there.began().plus(kept));
    }

    private void forget(K key) {
        lock.lock();
        try {
            known.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was asked for longest ago, until the rest is little enough. */
    private void trim() {
        lock.lock();
        try {
            long sum = known.values().stream().mapToLong(this::weigh).sum();
            Iterator<Computation<V>> eldest = known.values().iterator();
            while (sum > most && eldest.hasNext()) {
                Computation<V> next = eldest.next();
                if (next.result().isDone()) {
                    sum -= weigh(next);
                    eldest.remove();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** What it takes to keep it; one that runs takes nothing yet. */
    private int weigh(Computation<V> computation) {
        return computation.succeeded()
                ? 1 + weight.applyAsInt(computation.result().join())
                : 0;
    }

    private static <V> V join(CompletableFuture<V> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e;
        }
    }
}
