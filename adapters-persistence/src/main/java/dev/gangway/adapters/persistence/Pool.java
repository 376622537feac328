package dev.gangway.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How the connections to a database are made and kept, by what they are for. */
final class Pool {
    /**
     * What is stuck lets go by itself: a transaction whose node hangs, a wait for a row that somebody holds, a statement that
     * does not end. What the operator has set for the database, its role or in the URL stays.
     */
    private static final String TIME_LIMITS = """
            select set_config(s.name, l.value, false)
            from (values ('idle_in_transaction_session_timeout', '10s'), ('lock_timeout', '5s'),
                ('statement_timeout', '30s')) as l(name, value)
            join pg_settings s on s.name = l.name
            where s.source not in ('client', 'user', 'database', 'database user', 'session')""";

    private Pool() {}

    /** Connections that give up rather than hang. */
    static HikariConfig limited(
            DatabaseSettings settings, SqlDialect dialect, String name, int size, int prepareThreshold) {
        HikariConfig config = base(settings, dialect, name, size);
        if (dialect == SqlDialect.POSTGRESQL) {
            config.addDataSourceProperty("prepareThreshold", Integer.toString(prepareThreshold));
            config.addDataSourceProperty("socketTimeout", "60");
            config.setConnectionInitSql(TIME_LIMITS);
        }
        return config;
    }

    /** Connections on which a statement may take as long as it takes: an index on a large table, say. */
    static HikariConfig patient(DatabaseSettings settings, SqlDialect dialect, String name, int size) {
        return base(settings, dialect, name, size);
    }

    private static HikariConfig base(DatabaseSettings settings, SqlDialect dialect, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(JdbcUrl.normalised(settings.url()));
        if (settings.user() != null) {
            config.setUsername(settings.user());
        }
        if (settings.password() != null) {
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        config.setInitializationFailTimeout(-1);
        // each statement sees what was committed before it began, whatever the server's own default is
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (dialect == SqlDialect.POSTGRESQL) {
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("loginTimeout", "10");
            // details of an error hold values, and errors are logged
            config.addDataSourceProperty("logServerErrorDetail", "false");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "gangway-" + name);
        }
        return config;
    }
}
