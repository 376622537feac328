package dev.gangway.adapters.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases of their own for tests: H2 in memory, and a real PostgreSQL server, one per JVM. */
enum TestDatabase {
    H2 {
        @Override
        String newEmptyUrl() {
            return "jdbc:h2:mem:test" + NUMBERS.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        String newMigratedUrl() {
            String url = newEmptyUrl();
            try (Database database = Database.open(DatabaseSettings.of(url))) {
                database.migrate();
            }
            return url;
        }
    },

    POSTGRESQL {
        @Override
        String newEmptyUrl() {
            return Server.create("");
        }

        @Override
        String newMigratedUrl() {
            return Server.create(" template " + Server.MIGRATED);
        }
    };

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** A database without any schema. */
    abstract String newEmptyUrl();

    /** A database with the schema and nothing in it. */
    abstract String newMigratedUrl();

    /** The same, opened. */
    Database open() {
        return Database.open(DatabaseSettings.of(newMigratedUrl()));
    }

    /** The server, started by the first test that needs it and stopped with the JVM. */
    private static final class Server {
        static final String MIGRATED = "migrated";
        private static final EmbeddedPostgres SERVER = start();

        static {
            create(MIGRATED, "");
            try (Database database = Database.open(DatabaseSettings.of(urlOf(MIGRATED)))) {
                database.migrate();
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String create(String options) {
            String name = "test" + NUMBERS.incrementAndGet();
            create(name, options);
            return urlOf(name);
        }

        private static synchronized void create(String name, String options) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + options);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String urlOf(String name) {
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
