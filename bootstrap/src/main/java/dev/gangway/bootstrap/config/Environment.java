package dev.gangway.bootstrap.config;

import dev.gangway.domain.shared.Ascii;

/** Where Gangway runs. It is part of every credential's prefix and decides what may be taken for granted. */
public enum Environment {
    /** Real people. The default. */
    PRODUCTION,
    /** Like production, for partners to test against. */
    STAGING,
    /** What the demo sets. */
    SANDBOX,
    /** A programmer's machine. */
    DEVELOPMENT;

    /** Whether keys and addresses must be given, because guessing them would be dangerous. */
    public boolean isStrict() {
        return this == PRODUCTION || this == STAGING;
    }

    /** Whether callers that are refused are told what was computed of their calls. */
    public boolean explains() {
        return this != PRODUCTION;
    }

    /** The name in configuration and in credentials. */
    public String apiName() {
        return Ascii.lower(name());
    }
}
