package dev.gangway.architecture.seeded.adapters.http;

import java.util.UUID;
import java.util.function.Supplier;

/** An id out of thin air, as a method reference. */
public final class RefersToRandomUuid {
    static final Supplier<UUID> IDS = UUID::randomUUID;

    private RefersToRandomUuid() {}
}
