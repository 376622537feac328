package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyWrapping;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keys that nobody uses: a wrapped one is its own authentication under the master key's name. */
final class InMemoryKeyWrapping implements KeyWrapping {
    private final String current;
    private final @Nullable String previous;
    private final AtomicLong last = new AtomicLong();

    InMemoryKeyWrapping(String current, @Nullable String previous) {
        this.current = current;
        this.previous = previous;
    }

    @Override
    public WrappedKey generate(KeyPurpose purpose, Instant createdAt, Instant activeFrom) {
        String id = current + "-" + last.incrementAndGet();
        return new WrappedKey(id, purpose, current, wrap(current, id, purpose), createdAt, activeFrom, null);
    }

    @Override
    public boolean isCurrent(WrappedKey key) {
        return key.masterKeyId().equals(current);
    }

    @Override
    public WrappedKey rewrap(WrappedKey key) {
        String master = key.masterKeyId();
        boolean known = master.equals(current) || master.equals(previous);
        if (!known || !wrap(master, key.id(), key.purpose()).equals(key.wrapped())) {
            throw new IllegalStateException("No master key opens the key " + key.id());
        }
        return new WrappedKey(
                key.id(),
                key.purpose(),
                current,
                wrap(current, key.id(), key.purpose()),
                key.createdAt(),
                key.activeFrom(),
                key.retiredAt());
    }

    private static String wrap(String master, String id, KeyPurpose purpose) {
        return Mac256.encode(new Mac256(master).of("wrapping", id, purpose.storedName()));
    }
}
