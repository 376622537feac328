package dev.gangway.adapters.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url a JDBC URL of H2 or PostgreSQL; may hold user and password
 * @param user null if the URL says, or the database asks for none
 * @param password null if the URL says, or the database asks for none
 * @param poolSize how many connections requests share, at least 1
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, int poolSize) {
    /** What measured best: more connections than that only wait for each other. */
    public static final int DEFAULT_POOL_SIZE = 8;

    /** Checks the pool's size. */
    public DatabaseSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("A pool has at least one connection");
        }
    }

    /** The database at {@code url}, which says everything. */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, null, null, DEFAULT_POOL_SIZE);
    }

    /** Tells nothing: the URL may hold the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[secret]";
    }
}
