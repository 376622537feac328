package dev.gangway.adapters.persistence;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where H2 and PostgreSQL differ; the ports' contracts hold them equal. */
public enum SqlDialect {
    /** H2 in its PostgreSQL mode. */
    H2 {
        @Override
        boolean takesStringsWhole() {
            return false;
        }

        @Override
        Map<String, String> columnTypes() {
            return Map.of("id", "varchar(64)", "key", "varchar");
        }

        @Override
        void followIndexes(Handle handle) {
            // it does
        }

        @Override
        JdbcCustomization scheduling() {
            return new H2Scheduling();
        }
    },

    /** PostgreSQL 15 or later. */
    POSTGRESQL {
        @Override
        boolean takesStringsWhole() {
            return true;
        }

        @Override
        void followIndexes(Handle handle) {
            // what is switched off counts as dear, and compiling what is dear takes longer than all of it
            handle.execute("""
                    select set_config(n.name, 'off', true)
                    from (values ('enable_sort'), ('enable_bitmapscan'), ('jit')) as n(name)""");
        }

        @Override
        Map<String, String> columnTypes() {
            // compared by their bytes: cheaper than by a language's rules, and the same on every machine
            return Map.of("id", "varchar(64) collate \"C\"", "key", "varchar collate \"C\"");
        }

        @Override
        JdbcCustomization scheduling() {
            return new PostgreSqlJdbcCustomization(false, false);
        }
    };

    /**
     * The dialect of a JDBC URL.
     *
     * @throws IllegalArgumentException if it is neither; the message does not repeat the URL
     */
    public static SqlDialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("The database URL must begin with jdbc:h2: or jdbc:postgresql:");
    }

    /**
     * Whether the driver takes several statements in one string, with a count for each. Outside a transaction such a
     * string is then one of its own.
     */
    abstract boolean takesStringsWhole();

    /** What the migrations' placeholders for columns stand for. */
    abstract Map<String, String> columnTypes();

    /**
     * Within the transaction, takes rows in the order of an index where there is one. The planner does not know how many rows
     * a source has that has just been imported: it would take it for small, read all of it and sort.
     */
    abstract void followIndexes(Handle handle);

    /** How the scheduler talks to the database. */
    abstract JdbcCustomization scheduling();

    /** The folder of the migrations that only this database has. */
    String folder() {
        return this == H2 ? "h2" : "postgresql";
    }
}
