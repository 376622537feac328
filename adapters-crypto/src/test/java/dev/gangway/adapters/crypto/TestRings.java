package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Key rings in memory that count how often they are read, and that can be made to fail. */
final class TestRings implements KeyRings {
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean down;
    private final Map<String, WrappedKey> keys = new ConcurrentHashMap<>();

    @Override
    public List<WrappedKey> all() {
        reads.incrementAndGet();
        if (down) {
            throw new IllegalStateException("The database is down");
        }
        return keys.values().stream()
                .sorted(Comparator.comparing(WrappedKey::createdAt).thenComparing(WrappedKey::id))
                .toList();
    }

    @Override
    public synchronized boolean addFirst(WrappedKey key) {
        boolean first = keys.values().stream().noneMatch(other -> other.purpose() == key.purpose());
        if (first) {
            keys.put(key.id(), key);
        }
        return first;
    }

    @Override
    public synchronized void add(List<WrappedKey> added) {
        added.forEach(key -> keys.put(key.id(), key));
    }

    @Override
    public synchronized void rewrap(List<WrappedKey> rewrapped) {
        add(rewrapped);
    }

    /** Puts a key in place of the one with its id. */
    void put(WrappedKey key) {
        keys.put(key.id(), key);
    }

    void remove(String id) {
        keys.remove(id);
    }

    void retire(String id, @Nullable Instant at) {
        keys.computeIfPresent(
                id,
                (same, key) -> new WrappedKey(
                        id, key.purpose(), key.masterKeyId(), key.wrapped(), key.createdAt(), key.activeFrom(), at));
    }
}
