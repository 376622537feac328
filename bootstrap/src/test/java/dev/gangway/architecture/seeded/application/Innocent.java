package dev.gangway.architecture.seeded.application;

/** Breaks no rule. */
public record Innocent() {}
