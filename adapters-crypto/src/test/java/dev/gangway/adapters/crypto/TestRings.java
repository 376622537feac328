package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.testkit.memory.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Key rings in memory that count how often they are read, and that can be made to fail. */
final class TestRings implements KeyRings {
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean down;
    private final KeyRings rings = new InMemoryStore().ports().keyRings();

    @Override
    public List<WrappedKey> all() {
        reads.incrementAndGet();
        if (down) {
            throw new IllegalStateException("The database is down");
        }
        return rings.all();
    }

    @Override
    public boolean addUnlessSince(Instant since, WrappedKey key) {
        return rings.addUnlessSince(since, key);
    }

    @Override
    public void add(List<WrappedKey> keys) {
        rings.add(keys);
    }

    @Override
    public void rewrap(List<WrappedKey> keys) {
        rings.rewrap(keys);
    }

    @Override
    public void retire(List<String> ids, Instant at) {
        rings.retire(ids, at);
    }

    /** Retires one. */
    void retire(String id, Instant at) {
        retire(List.of(id), at);
    }
}
