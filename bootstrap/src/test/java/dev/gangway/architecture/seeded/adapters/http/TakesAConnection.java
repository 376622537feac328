package dev.gangway.architecture.seeded.adapters.http;

import javax.sql.DataSource;

/** A database in the HTTP adapter. */
public record TakesAConnection(DataSource dataSource) {}
