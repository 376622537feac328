package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.ImportSource;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose connections are whose. */
final class DatabaseTest {
    @ParameterizedTest
    @EnumSource
    void importsAndRequestsDoNotWaitForEachOthersConnections(TestDatabase kind) throws SQLException {
        DatabaseSettings oneConnection = new DatabaseSettings(kind.newMigratedUrl(), null, null, 1);
        try (Database database = Database.open(oneConnection)) {
            PersistencePorts ports = StoreTest.ports(database, new Tables(database));
            Desk desk = new Desk(ports);
            Desk.Handed handed = desk.register(desk.sixpence(), "user@example.com");
            try (Connection taken = database.dataSource().getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                SourceImports imports = database.importAdapters().sourceImports();
                SourceImports.Begun run = Objects.requireNonNull(
                        imports.begin(handed.source(), desk.ids().importRunId(), desk.now()));
                assertThat(imports.store(run, Doomed.page(0), "1", desk.now())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachWorkerHasAConnectionAndNoMore(TestDatabase kind) {
        try (Database database = kind.open()) {
            ImportWorker worker = database.importWorker(
                    ImportWorker.Settings.of(3), command -> new ImportSource.Outcome.Done("complete"));
            PersistencePorts ports = StoreTest.ports(database, new Tables(database));
            Desk desk = new Desk(ports);
            Desk.Handed handed = desk.register(desk.sixpence(), "user@example.com");
            SourceImports imports = database.importAdapters().sourceImports();
            assertThat(Race.among(
                            12, i -> imports.begin(handed.source(), desk.ids().importRunId(), desk.now())))
                    .doesNotContainNull();
            assertThat(database.importConnections()).isBetween(1, 3);
            assertThat(worker.ready()).isFalse();
        }
    }

    @Test
    void transactionsAreCountedWhereTheDriverDoesNot() {
        String url = TestDatabase.POSTGRESQL.newMigratedUrl() + "&reWriteBatchedInserts=true";
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            PersistencePorts ports = StoreTest.ports(database, new Tables(database));
            Desk desk = new Desk(ports);
            Desk.Handed handed = desk.register(desk.sixpence(), "user@example.com");
            SourceImports.Begun run = desk.begin(handed.source());
            for (int page : List.of(0, 1, 1)) {
                assertThat(ports.sourceImports().store(run, Doomed.page(page), "c", desk.now()))
                        .isTrue();
            }
            assertThat(Objects.requireNonNull(ports.reports().find(handed.user()))
                            .sources())
                    .extracting(UserReport.SourceSummary::transactionCount)
                    .containsExactly(20L);
        }
    }
}
