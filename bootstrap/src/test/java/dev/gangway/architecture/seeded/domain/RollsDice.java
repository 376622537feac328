package dev.gangway.architecture.seeded.domain;

import java.util.Random;

/** Randomness in the domain. */
public record RollsDice(Random dice) {}
