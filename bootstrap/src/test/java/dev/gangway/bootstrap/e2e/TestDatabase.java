package dev.gangway.bootstrap.e2e;

import dev.gangway.bootstrap.testkit.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Databases for a test of its own: an H2 file as by default, and one on a real PostgreSQL server. */
enum TestDatabase {
    H2 {
        @Override
        String newUrl() {
            return "jdbc:h2:file:" + Scratch.folder().resolve("gangway");
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
            return Postgres.newDatabase();
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
}
