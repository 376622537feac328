package dev.gangway.architecture.seeded.domain;

import java.sql.Connection;

/** A database in the domain. */
public record Queries(Connection connection) {}
