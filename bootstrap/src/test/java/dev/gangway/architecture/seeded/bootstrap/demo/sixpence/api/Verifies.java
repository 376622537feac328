package dev.gangway.architecture.seeded.bootstrap.demo.sixpence.api;

import javax.crypto.Mac;

/** The fictional exchange may; a seed of nothing. */
public record Verifies(Mac mac) {}
