package dev.gangway.application.keys.port;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import java.time.Instant;

/** Makes keys and wraps them under the master key. */
public interface KeyWrapping {
    /** A new random key of 256 bits, wrapped under the current master key. */
    WrappedKey generate(KeyPurpose purpose, Instant createdAt, Instant activeFrom);

    /** Whether the key is wrapped under the current master key. */
    boolean isCurrent(WrappedKey key);

    /**
     * The same key, wrapped under the current master key.
     *
     * @throws IllegalStateException if neither the current nor the previous master key opens it
     */
    WrappedKey rewrap(WrappedKey key);
}
