package dev.gangway.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.gangway.application.source.ImportSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A database by one JDBC URL, H2 or PostgreSQL: its pools of connections and its schema. */
public final class Database implements AutoCloseable {
    private static final int SCHEDULER_CONNECTIONS = 2;

    private final HikariDataSource requests;
    private final HikariDataSource imports;
    private final HikariDataSource scheduler;
    private final SqlDialect dialect;
    private final Migrations migrations;

    private Database(
            HikariDataSource requests,
            HikariDataSource imports,
            HikariDataSource scheduler,
            SqlDialect dialect,
            Migrations migrations) {
        this.requests = requests;
        this.imports = imports;
        this.scheduler = scheduler;
        this.dialect = dialect;
        this.migrations = migrations;
    }

    /**
     * Opens it. Connections are made when they are first needed: a database that is down shows in the first use.
     *
     * @throws IllegalArgumentException if the URL is neither H2's nor PostgreSQL's
     */
    public static Database open(DatabaseSettings settings) {
        SqlDialect dialect = SqlDialect.of(settings.url());
        if (dialect == SqlDialect.H2 && System.getProperty("h2.bindAddress") == null) {
            // read once, when H2 is first used: a file that is shared with the command line is shared on loopback only
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariDataSource requests =
                new HikariDataSource(Pool.limited(settings, dialect, "requests", settings.poolSize(), 1));
        HikariDataSource imports = whenNeeded(Pool.limited(settings, dialect, "imports", 1, 1));
        // its statements vary, so none is worth preparing
        HikariDataSource scheduler = whenNeeded(Pool.limited(settings, dialect, "scheduler", SCHEDULER_CONNECTIONS, 0));
        Migrations migrations = new Migrations(
                requests, () -> new HikariDataSource(Pool.patient(settings, dialect, "migrations", 4)), dialect);
        return new Database(requests, imports, scheduler, dialect, migrations);
    }

    /** Opened when it is first used: most commands neither schedule nor import. */
    private static HikariDataSource whenNeeded(HikariConfig config) {
        HikariDataSource pool = new HikariDataSource();
        config.copyStateTo(pool);
        return pool;
    }

    /** The connections that requests share. */
    public DataSource dataSource() {
        return requests;
    }

    /** A worker for its queue of imports, with connections of its own for the queue and one for each import. */
    public ImportWorker importWorker(
            ImportWorker.Settings settings, Function<ImportSource.Command, ImportSource.Outcome> work) {
        imports.setMaximumPoolSize(Math.max(1, settings.workers()));
        return ImportWorker.on(scheduler, dialect, settings, work);
    }

    /** Which database it is. */
    public SqlDialect dialect() {
        return dialect;
    }

    /** Every port on it. */
    public PersistenceAdapters adapters() {
        return PersistenceAdapters.on(requests, dialect);
    }

    /** The same over the connections of imports, so that what imports write holds up no request. */
    public PersistenceAdapters importAdapters() {
        return PersistenceAdapters.on(imports, dialect);
    }

    /** Brings the schema to this version; a newer one stays. Any number of nodes may call at once. */
    public void migrate() {
        migrations.migrate();
    }

    /** How the schema stands to this version. Cheap once it was found usable. */
    public SchemaState schemaState() {
        return migrations.state();
    }

    /** Whether the database answers now. */
    public boolean isReachable() {
        try (Connection connection = requests.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    /** How many imports wait or run, on every node together. */
    public long queuedImports() {
        return Jdbi.create(requests)
                .withHandle(handle -> handle.createQuery("select count(*) from scheduled_tasks where task_name = :task")
                        .bind("task", ImportJob.TASK)
                        .mapTo(Long.class)
                        .one());
    }

    /** The connections that requests share, counted now. */
    public Connections connections() {
        HikariPoolMXBean pool = requests.getHikariPoolMXBean();
        return new Connections(
                pool.getActiveConnections(), pool.getIdleConnections(), pool.getThreadsAwaitingConnection());
    }

    /** How many connections imports have now. */
    int importConnections() {
        return imports.getHikariPoolMXBean().getTotalConnections();
    }

    /**
     * Connections of a pool.
     *
     * @param active in use
     * @param idle not in use
     * @param awaited how many threads wait for one
     */
    public record Connections(int active, int idle, int awaited) {}

    @Override
    public void close() {
        scheduler.close();
        imports.close();
        requests.close();
    }
}
