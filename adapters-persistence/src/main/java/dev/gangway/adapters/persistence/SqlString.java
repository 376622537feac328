package dev.gangway.adapters.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Statements with {@code :named} values that travel to PostgreSQL together, in one flight of one prepared string. H2,
 * whose driver counts only the first of several, gets them one by one; it is next door.
 *
 * <p>Plain JDBC, for the path on which every registration goes.
 */
final class SqlString {
    private static final Pattern NAME = Pattern.compile(":([a-zA-Z]+)");

    private record Statement(String sql, List<String> names) {
        static Statement of(String sql) {
            List<String> names = new ArrayList<>();
            Matcher matcher = NAME.matcher(sql);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            return new Statement(matcher.replaceAll("?"), List.copyOf(names));
        }
    }

    /** Reads what the last statement found. */
    interface Reader<R> {
        @Nullable
        R read(ResultSet rows) throws SQLException;
    }

    /** Reads what the first of two statements found. */
    interface FirstReader<F> {
        F read(ResultSet rows) throws SQLException;
    }

    /** Reads what the second of two statements found, in the light of the first. */
    interface SecondReader<F, R> {
        R read(F first, ResultSet rows) throws SQLException;
    }

    private final List<Statement> each;
    private final Statement whole;

    SqlString(List<String> statements) {
        this.each = statements.stream().map(Statement::of).toList();
        this.whole = Statement.of(String.join(";\n", statements));
    }

    static SqlString of(String... statements) {
        return new SqlString(List.of(statements));
    }

    /** Runs it and returns how many rows each statement wrote. */
    int[] write(Connection connection, SqlDialect dialect, Args args) {
        try {
            return dialect.takesStringsWhole() ? writeWhole(connection, args) : writeEach(connection, args);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    private int[] writeEach(Connection connection, Args args) throws SQLException {
        int[] counts = new int[each.size()];
        for (int i = 0; i < counts.length; i++) {
            try (PreparedStatement statement =
                    connection.prepareStatement(each.get(i).sql())) {
                args.bind(statement, each.get(i).names());
                counts[i] = statement.executeUpdate();
            }
        }
        return counts;
    }

    private int[] writeWhole(Connection connection, Args args) throws SQLException {
        int[] counts = new int[each.size()];
        try (PreparedStatement statement = connection.prepareStatement(whole.sql())) {
            args.bind(statement, whole.names());
            statement.execute();
            for (int i = 0; i < counts.length; i++) {
                counts[i] = statement.getUpdateCount();
                statement.getMoreResults();
            }
            return counts;
        }
    }

    /** Runs it, each statement seeing what was committed before it began, and reads what the last one found. */
    <R> @Nullable R read(Connection connection, SqlDialect dialect, Args args, Reader<R> reader) {
        try {
            return dialect.takesStringsWhole()
                    ? readWhole(connection, args, reader)
                    : readEach(connection, args, reader);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** Reads what two statements found that PostgreSQL takes whole, the second seeing what was committed before it began. */
    <F, R> R readBoth(Connection connection, Args args, FirstReader<F> first, SecondReader<F, R> second) {
        try (PreparedStatement statement = connection.prepareStatement(whole.sql())) {
            args.bind(statement, whole.names());
            statement.execute();
            F found;
            try (ResultSet rows = statement.getResultSet()) {
                found = first.read(rows);
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return second.read(found, rows);
            }
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    private <R> @Nullable R readEach(Connection connection, Args args, Reader<R> reader) throws SQLException {
        for (Statement before : each.subList(0, each.size() - 1)) {
            try (PreparedStatement statement = connection.prepareStatement(before.sql())) {
                args.bind(statement, before.names());
                statement.execute();
            }
        }
        Statement last = each.get(each.size() - 1);
        try (PreparedStatement statement = connection.prepareStatement(last.sql())) {
            args.bind(statement, last.names());
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    private <R> @Nullable R readWhole(Connection connection, Args args, Reader<R> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(whole.sql())) {
            args.bind(statement, whole.names());
            statement.execute();
            for (int i = 1; i < each.size(); i++) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return reader.read(rows);
            }
        }
    }
}
