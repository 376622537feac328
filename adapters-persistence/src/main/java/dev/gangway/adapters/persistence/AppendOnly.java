package dev.gangway.adapters.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the audit log append-only on H2, as a function of its own does on PostgreSQL: rows stay as they are, but for
 * counts, which may grow. Public, since H2 makes it by its name.
 */
public final class AppendOnly implements Trigger {
    /** A count's columns: its id and how many. */
    private static final int ID = 0;

    private static final int COUNT = 1;

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        this.table = tableName;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        boolean counted = "refusal_counts".equalsIgnoreCase(table)
                && before != null
                && after != null
                && before[ID].equals(after[ID])
                && ((Number) after[COUNT]).longValue() >= ((Number) before[COUNT]).longValue();
        if (!counted) {
            throw new SQLException(table + " is append-only");
        }
    }
}
