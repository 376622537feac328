package example.embedding;

import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Wrapped keys in a list. A real service keeps them in its database: they are what opens its users' credentials. */
final class OwnKeyRings implements KeyRings {
    private final List<WrappedKey> keys = new ArrayList<>();

    @Override
    public synchronized List<WrappedKey> all() {
        return keys.stream()
                .sorted(Comparator.comparing(WrappedKey::createdAt).thenComparing(WrappedKey::id))
                .toList();
    }

    @Override
    public synchronized boolean addUnlessSince(Instant since, WrappedKey key) {
        boolean isThere = keys.stream()
                .anyMatch(known ->
                        known.purpose() == key.purpose() && !known.createdAt().isBefore(since));
        return !isThere && keys.add(key);
    }

    @Override
    public synchronized void add(List<WrappedKey> added) {
        keys.addAll(added);
    }

    @Override
    public synchronized void rewrap(List<WrappedKey> rewrapped) {
        for (WrappedKey key : rewrapped) {
            keys.replaceAll(known -> known.id().equals(key.id()) ? key : known);
        }
    }

    @Override
    public synchronized void retire(List<String> ids, Instant at) {
        keys.replaceAll(key -> ids.contains(key.id()) && key.retiredAt() == null ? retired(key, at) : key);
    }

    private static WrappedKey retired(WrappedKey key, Instant at) {
        return new WrappedKey(
                key.id(), key.purpose(), key.masterKeyId(), key.wrapped(), key.createdAt(), key.activeFrom(), at);
    }
}
