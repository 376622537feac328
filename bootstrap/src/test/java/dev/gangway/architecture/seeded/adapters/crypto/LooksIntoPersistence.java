package dev.gangway.architecture.seeded.adapters.crypto;

import dev.gangway.architecture.seeded.adapters.persistence.ReadsMillis;

/** One adapter that sees another. */
public record LooksIntoPersistence(ReadsMillis what) {}
