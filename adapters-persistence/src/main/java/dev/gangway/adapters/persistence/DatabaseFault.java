package dev.gangway.adapters.persistence;

import java.sql.SQLException;

/** The database failed. The message tells which statement's fault it was by its state alone, never a value. */
final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFault(SQLException cause) {
        super("The database failed with state " + cause.getSQLState(), cause);
    }
}
