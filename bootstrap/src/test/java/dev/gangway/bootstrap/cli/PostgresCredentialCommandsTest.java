package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.testkit.Postgres;

/** Credentials on a PostgreSQL server. */
class PostgresCredentialCommandsTest extends CredentialCommandsContract {
    @Override
    String newDatabase() {
        return Postgres.newDatabase();
    }
}
