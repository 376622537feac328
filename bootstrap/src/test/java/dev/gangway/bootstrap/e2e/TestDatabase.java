package dev.gangway.bootstrap.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases for a test of its own: an H2 file as by default, and a real PostgreSQL server, one per JVM. */
enum TestDatabase {
    H2 {
        @Override
        String newUrl() {
            try {
                return "jdbc:h2:file:"
                        + Files.createTempDirectory("gangway-e2e-h2-").resolve("gangway");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Connection connect(String url) throws SQLException {
            // as the product opens it, or H2 refuses the second connection
            return DriverManager.getConnection(
                    url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                            + ";LOCK_TIMEOUT=10000;WRITE_DELAY=0;AUTO_SERVER=TRUE");
        }
    },

    POSTGRESQL {
        @Override
        String newUrl() {
            return Server.create();
        }

        @Override
        Connection connect(String url) throws SQLException {
            return DriverManager.getConnection(url);
        }
    };

    /** The URL of an empty database. */
    abstract String newUrl();

    /** A connection beside the product's. */
    abstract Connection connect(String url) throws SQLException;

    /** The server, started by the first test that needs it and stopped with the JVM. */
    private static final class Server {
        private static final AtomicInteger NUMBERS = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String create() {
            String name = "e2e" + NUMBERS.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
