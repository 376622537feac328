package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.testkit.Postgres;

/** The audit log's commands on PostgreSQL. */
class PostgresAuditCommandsTest extends AuditCommandsContract {
    @Override
    String newDatabase() {
        return Postgres.newDatabase();
    }
}
