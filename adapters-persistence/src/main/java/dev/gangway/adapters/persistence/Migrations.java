package dev.gangway.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The schema's history. Migrations expand before they contract, so that two neighbouring versions run side by side on
 * one schema.
 *
 * <p>PostgreSQL takes back a migration that fails or whose node is killed. H2 keeps each statement of it: migrations that H2
 * runs can be run again from any statement on.
 *
 * <p>Flyway migrates. Whether it has to is read here, from its table: most starts find nothing to do, and Flyway would take a
 * good part of a start to say so.
 */
final class Migrations {
    /** The version of the newest migration in {@code db/migration}; they are numbered without gaps. */
    static final int NEWEST = 22;

    private static final Set<String> OURS =
            IntStream.rangeClosed(1, NEWEST).mapToObj(Integer::toString).collect(Collectors.toUnmodifiableSet());

    private static final String HISTORY = """
            select count(*) from information_schema.tables
            where table_name = 'flyway_schema_history' and table_schema = current_schema""";

    private static final String FORGET_FAILURES = """
            delete from "flyway_schema_history" where not "success\"""";

    private static final String APPLIED = """
            select "version" from "flyway_schema_history" where "success" and "version" is not null""";

    private final DataSource dataSource;
    private final SqlDialect dialect;
    private final Supplier<HikariDataSource> own;
    private volatile @Nullable SchemaState usable;

    /**
     * @param dataSource for reading the state
     * @param own makes the connections of one migration, which must not be cut off however long it takes
     */
    Migrations(DataSource dataSource, Supplier<HikariDataSource> own, SqlDialect dialect) {
        this.dataSource = dataSource;
        this.own = own;
        this.dialect = dialect;
    }

    void migrate() {
        if (state().isUsable()) {
            return;
        }
        try (HikariDataSource connections = own.get()) {
            if (dialect == SqlDialect.H2) {
                forgetFailures(connections);
            }
            migrateOn(connections);
        }
    }

    /** Flyway refuses to go on where a migration has failed; here it is run again. */
    private static void forgetFailures(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            if (isThere(connection)) {
                try (PreparedStatement statement = connection.prepareStatement(FORGET_FAILURES)) {
                    statement.executeUpdate();
                }
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    private void migrateOn(DataSource connections) {
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect.folder())
                .placeholders(dialect.columnTypes())
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns("*:future")
                .cleanDisabled(true)
                // in seconds: a node waits for another's long migration
                .lockRetryCount(1800)
                .load()
                .migrate();
    }

    SchemaState state() {
        // a usable schema stays usable while this version runs: nobody takes migrations back
        SchemaState known = usable;
        if (known == null) {
            known = read();
            if (known.isUsable()) {
                usable = known;
            }
        }
        return known;
    }

    private SchemaState read() {
        Set<String> applied = applied();
        if (applied.isEmpty()) {
            return SchemaState.EMPTY;
        }
        if (!applied.containsAll(OURS)) {
            return SchemaState.BEHIND;
        }
        return applied.size() == OURS.size() ? SchemaState.UP_TO_DATE : SchemaState.NEWER;
    }

    private Set<String> applied() {
        Set<String> versions = new HashSet<>();
        try (Connection connection = dataSource.getConnection()) {
            if (isThere(connection)) {
                try (PreparedStatement statement = connection.prepareStatement(APPLIED);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        versions.add(rows.getString(1));
                    }
                }
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
        return versions;
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HISTORY);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }
}
