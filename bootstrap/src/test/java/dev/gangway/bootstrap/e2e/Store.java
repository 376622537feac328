package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A look into the database past the product. */
final class Store implements AutoCloseable {
    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    static Store of(TestDatabase database, String url) {
        try {
            return new Store(database.connect(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows, a value each; bytes in hexadecimal. */
    List<List<String>> rows(String sql, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    byte[] bytes = rows.getObject(i) instanceof byte[] raw ? raw : null;
                    row.add(
                            bytes == null
                                    ? String.valueOf(rows.getString(i))
                                    : HexFormat.of().formatHex(bytes));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number that is asked for. */
    long number(String sql, Object... arguments) {
        return Long.parseLong(rows(sql, arguments).getFirst().getFirst());
    }

    /** The first column. */
    List<String> column(String sql, Object... arguments) {
        return rows(sql, arguments).stream().map(List::getFirst).toList();
    }

    /** Changes something; returns how many rows. */
    int change(String sql, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something while a lock is held. */
    void holding(String lock, Runnable meanwhile) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            meanwhile.run();
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(lock, e);
        }
    }

    /** Every table of ours. */
    private List<String> tables() {
        return column("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type like '%TABLE%' order by table_name""");
    }

    /** Every row of every table of ours, without those of {@code without}. */
    String dump(Set<String> without) {
        List<String> tables = tables();
        // whoever looks for what must not be there has to look at something
        assertThat(tables).contains("users", "sources", "redirect_tokens", "sessions", "scheduled_tasks", "key_rings");
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            if (!without.contains(table)) {
                rows("select * from " + table)
                        .forEach(row -> all.append(table).append(row).append('\n'));
            }
        }
        return all.toString();
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
