package dev.gangway.adapters.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

/**
 * The schema's history. Migrations expand before they contract, so that two neighbouring versions run side by side on
 * one schema.
 */
final class Migrations {
    private final Flyway flyway;
    private volatile @Nullable SchemaState usable;

    Migrations(DataSource dataSource, SqlDialect dialect) {
        this.flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect.folder())
                .placeholders(dialect.columnTypes())
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns("*:future")
                .cleanDisabled(true)
                .load();
    }

    void migrate() {
        flyway.migrate();
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
        MigrationInfoService info = flyway.info();
        boolean pending = info.pending().length > 0;
        boolean future = false;
        boolean applied = false;
        for (MigrationInfo migration : info.all()) {
            applied |= migration.getState().isApplied();
            future |= migration.getState().isApplied() && !migration.getState().isResolved();
        }
        if (!applied) {
            return SchemaState.EMPTY;
        }
        if (pending) {
            return SchemaState.BEHIND;
        }
        return future ? SchemaState.NEWER : SchemaState.UP_TO_DATE;
    }
}
