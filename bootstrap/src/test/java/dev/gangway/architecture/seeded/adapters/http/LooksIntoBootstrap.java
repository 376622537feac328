package dev.gangway.architecture.seeded.adapters.http;

import dev.gangway.architecture.seeded.bootstrap.HashesToo;

/** The wrong direction. */
public record LooksIntoBootstrap(HashesToo what) {}
