package dev.gangway.architecture.seeded.domain.unmarked;

/** In a package that says nothing of null. */
public record Unmarked() {}
