package dev.gangway.architecture.seeded.domain;

/** A name that says nothing. */
public record PriceUtil() {}
