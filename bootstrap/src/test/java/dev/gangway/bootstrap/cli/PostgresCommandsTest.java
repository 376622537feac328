package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.Postgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands on PostgreSQL. */
class PostgresCommandsTest extends CommandsContract {
    @Override
    String newDatabase() {
        return Postgres.newDatabase();
    }

    @Test
    void nothingButMigratingMigrates() {
        Map<String, String> variables = Map.of("GANGWAY_DATABASE_URL", Postgres.newDatabase());
        CommandLineRun listed = CommandLineRun.of(variables, "partner", "list");
        assertThat(listed.exitCode()).isEqualTo(1);
        assertThat(listed.err().lines())
                .singleElement()
                .asString()
                .startsWith("The database has no schema yet: run 'gangway migrate'");
    }
}
