package dev.gangway.architecture.seeded.adapters.crypto;

import dev.gangway.architecture.seeded.application.port.Kept;

/** An implementation that nobody tests. */
public final class KeepsNoContract implements Kept {
    @Override
    public void keep() {}
}
