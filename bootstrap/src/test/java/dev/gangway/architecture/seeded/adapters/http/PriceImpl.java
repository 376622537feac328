package dev.gangway.architecture.seeded.adapters.http;

/** A name that says nothing. */
public record PriceImpl() {}
