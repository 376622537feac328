package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.fixture.Race;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema, from nothing and from the future. */
final class MigrationsTest {
    /** What H2 runs, in order. */
    private static final List<String> ON_H2 = List.of(
            "common/V1__partners",
            "common/V2__users",
            "common/V3__sources",
            "common/V4__sign_in",
            "common/V5__operations",
            "h2/V6__indexes",
            "common/V7__ledger_figures",
            "h2/V8__sources",
            "common/V9__sharing",
            "h2/V10__ledger_indexes",
            "common/V11__credentials",
            "common/V12__answered_calls",
            "h2/V13__call_counts",
            "common/V14__last_use",
            "h2/V15__audit",
            "common/V16__partner_api",
            "common/V17__signatures",
            "common/V18__withdrawn_keys",
            "h2/V19__call_windows",
            "common/V20__fingerprint_keys",
            "common/V21__ledger_index",
            "common/V22__rotated_credentials");

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
        assertThat(ON_H2).as("those that are tried from every statement on").hasSize(Migrations.NEWEST);
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

    private static List<String> statementsOnH2() {
        return ON_H2.stream()
                .flatMap(migration -> Stream.of(script(migration).split(";", -1)))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String script(String migration) {
        try (InputStream script = Objects.requireNonNull(
                MigrationsTest.class.getResourceAsStream("/db/migration/" + migration + ".sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${id}", "varchar(64)")
                    .replace("${key}", "varchar")
                    .replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> schemaOf(Database database) {
        return Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery("""
                                select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                                where table_schema = current_schema
                                union all select table_name || ' ' || index_name from information_schema.indexes
                                where table_schema = current_schema and lower(index_name) not like 'primary_key%'
                                    and lower(index_name) not like '%_index_%'
                                order by 1""").mapTo(String.class).list());
    }

    /** As a node leaves it that is killed before its first migration has ended. */
    private static Tables withEmptyHistory(Database database) {
        database.migrate();
        Tables tables = new Tables(database);
        Jdbi.create(database.dataSource())
                .useHandle(handle -> handle.createQuery("""
                                select table_name from information_schema.tables
                                where table_schema = current_schema and table_name <> 'flyway_schema_history'""")
                        .mapTo(String.class)
                        .list()
                        .forEach(name -> handle.execute("drop table " + name + " cascade")));
        tables.write("delete from \"flyway_schema_history\" where \"version\" is not null");
        return tables;
    }

    @Test
    void aMigrationThatWasKilledBetweenTwoStatementsIsRunAgainOnH2() {
        List<String> statements = statementsOnH2();
        assertThat(statements).hasSizeGreaterThan(20);
        List<String> whole = new ArrayList<>();
        onEmpty(TestDatabase.H2, database -> {
            database.migrate();
            whole.addAll(schemaOf(database));
        });
        for (int ran = 1; ran <= statements.size(); ran++) {
            List<String> before = statements.subList(0, ran);
            onEmpty(TestDatabase.H2, database -> {
                Tables tables = withEmptyHistory(database);
                before.forEach(tables::write);
                database.migrate();
                assertThat(schemaOf(database)).isEqualTo(whole);
                assertThat(tables.count("mutexes")).isEqualTo(2);
            });
        }
    }

    @Test
    void aMigrationThatFailedIsRunAgainOnH2() {
        onEmpty(TestDatabase.H2, database -> {
            Tables tables = withEmptyHistory(database);
            tables.write("create table redirect_tokens (in_the_way integer)");
            assertThatThrownBy(database::migrate).isInstanceOf(FlywayException.class);
            assertThat(tables.one(Long.class, "select count(*) from \"flyway_schema_history\" where not \"success\""))
                    .isEqualTo(1);
            assertThat(database.schemaState()).isEqualTo(SchemaState.BEHIND);
            tables.write("drop table redirect_tokens");
            database.migrate();
            assertThat(database.schemaState()).isEqualTo(SchemaState.UP_TO_DATE);
            assertThat(tables.count("redirect_tokens")).isZero();
            assertThat(tables.count("sessions")).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void theAuditLogCannotBeRewritten(TestDatabase kind) {
        try (Database database = kind.open()) {
            Tables tables = new Tables(database);
            new Desk(StoreTest.ports(database, tables)).sixpence();
            assertThat(tables.count("audit_log")).isEqualTo(1);
            for (String rewriting : List.of("update audit_log set subject = 'nobody'", "delete from audit_log")) {
                assertThatThrownBy(() -> tables.write(rewriting)).hasStackTraceContaining("append-only");
            }
            assertThat(tables.count("audit_log where subject <> 'nobody'")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsOfRefusedCallsOnlyGrow(TestDatabase kind) {
        try (Database database = kind.open()) {
            Tables tables = new Tables(database);
            tables.write("insert into refusal_counts (id, refusals) values ('a', 2)");
            tables.write("update refusal_counts set refusals = refusals + 1");
            for (String rewriting : List.of(
                    "update refusal_counts set refusals = 1",
                    "update refusal_counts set id = 'b'",
                    "delete from refusal_counts")) {
                assertThatThrownBy(() -> tables.write(rewriting)).isInstanceOf(RuntimeException.class);
            }
            assertThat(tables.count("refusal_counts where id = 'a' and refusals = 3"))
                    .isEqualTo(1);
        }
    }

    @Test
    void nothingOfItCanBeTruncatedOnPostgresql() {
        try (Database database = TestDatabase.POSTGRESQL.open()) {
            Tables tables = new Tables(database);
            for (String table : List.of("audit_log", "refusal_counts")) {
                assertThatThrownBy(() -> tables.write("truncate " + table)).isInstanceOf(RuntimeException.class);
            }
        }
    }
}
