package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryKeyRings implements KeyRings {
    private final InMemoryStore store;

    InMemoryKeyRings(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<WrappedKey> all() {
        return store.inState(state -> state.keys.values().stream()
                .sorted(Comparator.comparing(WrappedKey::createdAt).thenComparing(WrappedKey::id))
                .toList());
    }

    @Override
    public boolean addUnlessSince(Instant since, WrappedKey key) {
        return store.inState(state -> {
            boolean there = state.keys.values().stream()
                    .anyMatch(other -> other.purpose() == key.purpose()
                            && !other.createdAt().isBefore(since));
            if (!there) {
                put(state, key);
            }
            return !there;
        });
    }

    @Override
    public void add(List<WrappedKey> keys) {
        store.inState(state -> {
            keys.forEach(key -> put(state, key));
            return keys.size();
        });
    }

    @Override
    public void rewrap(List<WrappedKey> keys) {
        store.inState(state -> {
            for (WrappedKey key : keys) {
                if (state.keys.replace(key.id(), key) == null) {
                    throw new IllegalStateException("There is no key " + key.id());
                }
            }
            return keys.size();
        });
    }

    @Override
    public void retire(List<String> ids, Instant at) {
        store.inState(state -> {
            for (String id : ids) {
                state.keys.computeIfPresent(id, (same, key) -> key.retiredAt() == null ? retired(key, at) : key);
            }
            return ids.size();
        });
    }

    private static WrappedKey retired(WrappedKey key, Instant at) {
        return new WrappedKey(
                key.id(), key.purpose(), key.masterKeyId(), key.wrapped(), key.createdAt(), key.activeFrom(), at);
    }

    private static void put(State state, WrappedKey key) {
        if (state.keys.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("There is a key " + key.id() + " already");
        }
    }
}
