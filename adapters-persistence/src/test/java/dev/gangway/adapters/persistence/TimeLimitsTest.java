package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.auth.port.CallRates;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What hangs on PostgreSQL lets go of what others need; what may take long is let alone. */
final class TimeLimitsTest {
    private static final List<String> LIMITS =
            List.of("idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout");
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static List<String> limitsOf(DataSource dataSource) {
        return LIMITS.stream().map(limit -> show(dataSource, limit)).toList();
    }

    private static String show(DataSource dataSource, String limit) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + limit)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStuckTransactionHoldsUpNobodyElseAndThoseWhoNeedItNotForLong() throws SQLException {
        String url = TestDatabase.POSTGRESQL.newMigratedUrl();
        CallCounter stuck = new CallCounter("stuck");
        CallCounter other = new CallCounter("other");
        try (Database database = Database.open(DatabaseSettings.of(url));
                Connection holder = DriverManager.getConnection(url);
                Statement statement = holder.createStatement()) {
            CallRates rates = database.adapters().callRates();
            assertThat(rates.admit(stuck, 10, NOW).admitted()).isTrue();
            holder.setAutoCommit(false);
            statement.execute("select calls from call_windows for update");
            assertThat(rates.admit(other, 10, NOW).admitted()).isTrue();
            long began = System.nanoTime();
            assertThatThrownBy(() -> rates.admit(stuck, 10, NOW)).rootCause().hasMessageContaining("lock timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(12));
            holder.rollback();
            assertThat(rates.admit(stuck, 10, NOW).admitted()).isTrue();
        }
    }

    @Test
    void requestsAreLimitedByThemselves() {
        try (Database database = TestDatabase.POSTGRESQL.open()) {
            assertThat(limitsOf(database.dataSource())).containsExactly("10s", "5s", "30s");
        }
    }

    @Test
    void whatTheOperatorSaysStays() {
        String url = TestDatabase.POSTGRESQL.newMigratedUrl();
        try (Database database =
                Database.open(DatabaseSettings.of(url + "&options=-c%20statement_timeout=45s%20-c%20lock_timeout=0"))) {
            assertThat(limitsOf(database.dataSource())).containsExactly("10s", "0", "45s");
        }
    }

    @Test
    void whatTheOperatorSaysOfTheDatabaseStays() throws SQLException {
        String url = TestDatabase.POSTGRESQL.newMigratedUrl();
        String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " set lock_timeout = '7s'");
        }
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            assertThat(limitsOf(database.dataSource())).containsExactly("10s", "7s", "30s");
        }
    }

    @Test
    void aMigrationMayTakeAsLongAsItTakes() {
        DatabaseSettings settings = DatabaseSettings.of(TestDatabase.POSTGRESQL.newMigratedUrl());
        HikariConfig config = Pool.patient(settings, SqlDialect.POSTGRESQL, "migrations", 1);
        assertThat(config.getDataSourceProperties()).doesNotContainKey("socketTimeout");
        try (HikariDataSource connections = new HikariDataSource(config)) {
            assertThat(limitsOf(connections)).containsExactly("0", "0", "0");
        }
    }
}
