package dev.gangway.architecture.seeded.domain;

import dev.gangway.architecture.seeded.application.Innocent;

/** The wrong direction. */
public record LooksIntoTheApplication(Innocent what) {}
