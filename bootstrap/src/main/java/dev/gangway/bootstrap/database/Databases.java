package dev.gangway.bootstrap.database;

import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.SchemaState;
import dev.gangway.adapters.persistence.SqlDialect;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.DatabaseSettings;
import dev.gangway.bootstrap.terminal.Refusal;
import java.nio.file.Path;

/** Opens the configured database. H2 is brought up to date on the way; PostgreSQL only by whoever asks for it. */
public final class Databases {
    private Databases() {}

    /** Who may change a schema that is not up to date. */
    public enum Migration {
        /** Only to make the first one on H2: a running server may stand on one that is merely older. */
        IF_EMBEDDED_AND_EMPTY,
        /** On H2. */
        IF_EMBEDDED,
        /** This command. */
        ALWAYS
    }

    /**
     * Opens it, with a schema that this version can work with.
     *
     * @throws Refusal if it cannot be reached, or its schema is behind and may not be changed
     */
    public static Database open(Configuration configuration, Migration migration) {
        Database database = Database.open(settings(configuration));
        try {
            if (!database.isReachable()) {
                throw unreachable(database.dialect());
            }
            if (mayMigrate(migration, database)) {
                database.migrate();
            }
            judge(database.schemaState());
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    private static Refusal unreachable(SqlDialect dialect) {
        return new Refusal(
                switch (dialect) {
                    case H2 ->
                        "The database cannot be opened: check GANGWAY_DATA_DIR, or GANGWAY_DATABASE_URL with its user and"
                                + " password, and whether its folder can be written.";
                    case POSTGRESQL ->
                        "The database cannot be reached: check GANGWAY_DATABASE_URL, GANGWAY_DATABASE_USER and"
                                + " GANGWAY_DATABASE_PASSWORD, and whether it is running.";
                });
    }

    private static boolean mayMigrate(Migration migration, Database database) {
        boolean embedded = database.dialect() == SqlDialect.H2;
        return switch (migration) {
            case IF_EMBEDDED_AND_EMPTY -> embedded && database.schemaState() == SchemaState.EMPTY;
            case IF_EMBEDDED -> embedded;
            case ALWAYS -> true;
        };
    }

    private static void judge(SchemaState state) {
        switch (state) {
            case EMPTY ->
                throw new Refusal("The database has no schema yet: run 'gangway migrate', or start with --migrate.");
            case BEHIND ->
                throw new Refusal("The database's schema is older than this version of Gangway: run 'gangway migrate',"
                        + " or start with --migrate.");
            case UP_TO_DATE, NEWER -> {}
        }
    }

    private static dev.gangway.adapters.persistence.DatabaseSettings settings(Configuration configuration) {
        DatabaseSettings settings = configuration.database();
        String url = settings.url();
        return new dev.gangway.adapters.persistence.DatabaseSettings(
                url == null ? embedded(configuration.dataDir()) : url,
                settings.user(),
                settings.password(),
                settings.poolSize());
    }

    /** The JDBC URL of the H2 file in a folder. */
    public static String embedded(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("gangway").toAbsolutePath();
    }
}
