package dev.gangway.architecture.seeded.application;

import dev.gangway.architecture.seeded.adapters.http.Reveals;

/** The wrong direction. */
public record LooksIntoAnAdapter(Reveals adapter) {}
