package dev.gangway.architecture.seeded.domain;

import java.time.Clock;

/** A clock in the domain. */
public record HoldsAClock(Clock clock) {}
