package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.fixture.Race;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema, from nothing and from the future. */
final class MigrationsTest {
    private static void onEmpty(TestDatabase kind, Consumer<Database> test) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newEmptyUrl()))) {
            test.accept(database);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseIsToldAndMigrated(TestDatabase kind) {
        onEmpty(kind, database -> {
            assertThat(database.schemaState()).isEqualTo(SchemaState.EMPTY);
            database.migrate();
            assertThat(database.schemaState()).isEqualTo(SchemaState.UP_TO_DATE);
            database.migrate();
            assertThat(database.schemaState().isUsable()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void nodesThatMigrateAtOnceMigrateOnce(TestDatabase kind) {
        String url = kind.newEmptyUrl();
        List<SchemaState> states = Race.among(4, i -> {
            try (Database database = Database.open(DatabaseSettings.of(url))) {
                database.migrate();
                return database.schemaState();
            }
        });
        assertThat(states).containsOnly(SchemaState.UP_TO_DATE);
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaThatLacksAMigrationIsBehind(TestDatabase kind) {
        onEmpty(kind, database -> {
            database.migrate();
            new Tables(database)
                    .write("delete from \"flyway_schema_history\" where \"version\" = '" + Migrations.NEWEST + "'");
            assertThat(database.schemaState()).isEqualTo(SchemaState.BEHIND);
            assertThat(database.schemaState().isUsable()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theNewestMigrationIsTheOneWeThinkItIs(TestDatabase kind) {
        try (Database database = kind.open()) {
            assertThat(new Tables(database)
                            .one(
                                    Integer.class,
                                    "select max(cast(\"version\" as integer)) from \"flyway_schema_history\""))
                    .isEqualTo(Migrations.NEWEST);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewerSchemaIsToleratedAndLeftAlone(TestDatabase kind) {
        onEmpty(kind, database -> {
            database.migrate();
            new Tables(database).write("""
                            insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
                                "script", "checksum", "installed_by", "execution_time", "success")
                            values (1000, '1000', 'future', 'SQL', 'V1000__future.sql', 1, 'later', 1, true)""");
            assertThat(database.schemaState()).isEqualTo(SchemaState.NEWER);
            database.migrate();
            assertThat(database.schemaState().isUsable()).isTrue();
        });
    }

    @Test
    void theAuditLogCannotBeRewrittenOnPostgresql() {
        try (Database database = TestDatabase.POSTGRESQL.open()) {
            Tables tables = new Tables(database);
            new Desk(StoreTest.ports(database, tables)).sixpence();
            assertThat(tables.count("audit_log")).isEqualTo(1);
            for (String rewriting :
                    List.of("update audit_log set subject = 'nobody'", "delete from audit_log", "truncate audit_log")) {
                assertThatThrownBy(() -> tables.write(rewriting)).hasMessageContaining("append-only");
            }
        }
    }
}
