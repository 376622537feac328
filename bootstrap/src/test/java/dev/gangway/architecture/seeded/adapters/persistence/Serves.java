package dev.gangway.architecture.seeded.adapters.persistence;

import io.javalin.Javalin;

/** A web server in the persistence adapter. */
public record Serves(Javalin server) {}
