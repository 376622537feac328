package dev.gangway.application.keys;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it lies in the database: readable with the master key alone.
 *
 * @param id the {@code kid}: 1 to 32 characters of base64url, unique among all purposes
 * @param purpose what it is for, bound into the wrapping
 * @param masterKeyId which master key wraps it: a prefix of a hash, tells nothing of the key
 * @param wrapped the vault's text
 * @param createdAt when
 * @param activeFrom the first instant at which it is used to seal or sign; it opens and verifies from the start, so
 *     that every node has read it by then
 * @param retiredAt the first instant at which it no longer opens or verifies, null for never
 */
public record WrappedKey(
        String id,
        KeyPurpose purpose,
        String masterKeyId,
        String wrapped,
        Instant createdAt,
        Instant activeFrom,
        @Nullable Instant retiredAt) {
    /** How long a new key is published before it is used: more than any node takes to read the ring again. */
    public static final Duration PUBLISHED_BEFORE_USE = Duration.ofSeconds(60);
}
