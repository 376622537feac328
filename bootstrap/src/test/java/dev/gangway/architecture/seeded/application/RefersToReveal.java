package dev.gangway.architecture.seeded.application;

import dev.gangway.domain.shared.Secret;
import java.util.function.Function;

/** A secret seen by the application, as a method reference. */
public final class RefersToReveal {
    static final Function<Secret, String> SEEN = Secret::reveal;

    private RefersToReveal() {}
}
