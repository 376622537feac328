package dev.gangway.bootstrap.config;

/** What the configuration is read for: a tool must not ask for what only a server needs. */
public enum Purpose {
    /** A command that works on the database alone. */
    TOOL,
    /** A command that opens key rings. */
    KEYS,
    /** A server. */
    SERVER
}
