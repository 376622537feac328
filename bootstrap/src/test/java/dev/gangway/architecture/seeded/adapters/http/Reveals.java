package dev.gangway.architecture.seeded.adapters.http;

import dev.gangway.domain.shared.Secret;

/** A secret seen by an adapter that has no use for it. */
public final class Reveals {
    private Reveals() {}

    static int lengthOf(Secret secret) {
        return secret.reveal().length();
    }
}
