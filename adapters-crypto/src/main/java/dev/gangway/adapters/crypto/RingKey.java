package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key of the ring, opened. */
record RingKey(
        String id,
        KeyPurpose purpose,
        KeyBytes key,
        Instant activeFrom,
        @Nullable Instant retiredAt) {
    /** Whether it still opens and verifies; it does so from the moment it is published. */
    boolean isUsable(Instant now) {
        return retiredAt == null || now.isBefore(retiredAt);
    }

    /** Whether it may seal and sign. */
    boolean isActive(Instant now) {
        return isUsable(now) && !now.isBefore(activeFrom);
    }
}
