package dev.gangway.bootstrap.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url its JDBC URL, null for the H2 file in the data folder
 * @param user null if the URL names one or none is needed
 * @param password as with {@code user}
 * @param poolSize how many connections at most
 */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        int poolSize) {
    /** Tells nothing: URLs too can hold passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[]";
    }
}
