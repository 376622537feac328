package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.ImportSource;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process that is killed with -9 leaves behind: everything it acknowledged, and no half of anything. */
final class KillTest {
    private static final List<String> ONE_PER_USER =
            List.of("attributions", "connections", "discount_redemptions", "redirect_tokens", "audit_log - 1");
    private static final List<String> TWO_PER_USER = List.of("sources", "source_senders", "scheduled_tasks");

    @TempDir
    private Path folder = Path.of("");

    private String newUrl(TestDatabase kind) {
        if (kind == TestDatabase.POSTGRESQL) {
            return kind.newMigratedUrl();
        }
        String url = "jdbc:h2:file:" + folder.resolve("gangway");
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            database.migrate();
        }
        return url;
    }

    /** Runs a node until it has said {@code lines} lines, kills it, and returns everything that it said. */
    private static List<String> killAfter(int lines, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Doomed.class.getName()));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = node.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    // not the process itself, which would close its output before it is read
                    node.toHandle().destroyForcibly();
                }
            }
        } finally {
            node.destroyForcibly();
        }
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines);
        return said;
    }

    @ParameterizedTest
    @EnumSource
    void everyAcknowledgedRegistrationIsThereAndNoneByHalf(TestDatabase kind) throws Exception {
        String url = newUrl(kind);
        List<String> acknowledged = killAfter(100, Doomed.REGISTER, url);
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Tables tables = new Tables(database);
            // the last line may have been cut off by the kill
            for (String user : acknowledged.subList(0, acknowledged.size() - 1)) {
                assertThat(tables.one(Long.class, "select count(*) from users where id = ?", user))
                        .as(user)
                        .isEqualTo(1);
            }
            long users = tables.users();
            for (String rows : ONE_PER_USER) {
                assertThat(count(tables, rows)).as(rows).isEqualTo(users);
            }
            for (String rows : TWO_PER_USER) {
                assertThat(count(tables, rows)).as(rows).isEqualTo(2 * users);
            }
        }
    }

    private static long count(Tables tables, String rows) {
        String[] words = rows.split(" - ", -1);
        return tables.count(words[0]) - (words.length == 1 ? 0 : Long.parseLong(words[1]));
    }

    /** H2 finds its newest state in another way where it writes into the middle of its file, as it does after a minute. */
    @Test
    void whatH2AcknowledgedIsThereWhereItUsesSpaceAgain() throws Exception {
        String url = newUrl(TestDatabase.H2) + ";RETENTION_TIME=20";
        for (int first = 0; first < 6_000_000; first += 1_000_000) {
            List<String> acknowledged = killAfter(300, Doomed.MARK, url, Integer.toString(first));
            try (Database database = Database.open(DatabaseSettings.of(url))) {
                // the last line may have been cut off by the kill
                for (String number : acknowledged.subList(0, acknowledged.size() - 1)) {
                    assertThat(Doomed.mark(database, Integer.parseInt(number)))
                            .as("%s is used up, as was said", number)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theImportOfAKilledNodeIsFinishedByAnotherAndNothingIsDoubled(TestDatabase kind) throws Exception {
        String url = newUrl(kind);
        Handed handed;
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Desk desk = new Desk(StoreTest.ports(database, new Tables(database)));
            handed = desk.register(desk.enrol(PartnerBuilder.sixpence().build()), "user@example.com");
        }
        killAfter(1, Doomed.IMPORT, url);
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            CountDownLatch complete = new CountDownLatch(1);
            ImportWorker worker = database.importWorker(
                    new ImportWorker.Settings(1, Duration.ofMillis(20), Duration.ofMillis(100), 4), command -> {
                        SourceImports imports = database.adapters().sourceImports();
                        SourceImports.Begun run = Objects.requireNonNull(imports.begin(
                                command.source(),
                                new ImportRunId("run_0000000000000000000000000E"),
                                handed.registration().at()));
                        assertThat(run.cursor()).isEqualTo("1");
                        imports.store(
                                run, Doomed.page(0), "1", handed.registration().at());
                        imports.store(
                                run, Doomed.page(1), "2", handed.registration().at());
                        imports.complete(run, handed.registration().at());
                        complete.countDown();
                        return new ImportSource.Outcome.Done("complete");
                    });
            worker.start();
            assertThat(complete.await(60, TimeUnit.SECONDS)).isTrue();
            worker.stop(Duration.ofSeconds(5));
            assertThat(Objects.requireNonNull(database.adapters().reports().find(handed.user())))
                    .satisfies(report -> {
                        assertThat(report.transactionCount()).isEqualTo(20);
                        assertThat(report.sources().get(0).status()).isEqualTo(SourceStatus.POPULATED);
                    });
            assertThat(new Tables(database).count("scheduled_tasks")).isZero();
            assertThat(new Tables(database).miscounted()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAcknowledgedPageIsThereWithItsCursorAndItsFigures(TestDatabase kind) throws Exception {
        String url = newUrl(kind);
        Handed handed;
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Desk desk = new Desk(StoreTest.ports(database, new Tables(database)));
            handed = desk.register(desk.enrol(PartnerBuilder.sixpence().build()), "user@example.com");
        }
        // the last line may have been cut off by the kill
        int acknowledged =
                killAfter(60, Doomed.STORE, url, handed.source().value()).size() - 1;
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Tables tables = new Tables(database);
            int cursor = Integer.parseInt(tables.one(
                    String.class,
                    "select next_page from sources where id = ?",
                    handed.source().value()));
            assertThat(cursor).isGreaterThanOrEqualTo(acknowledged - 1);
            assertThat(tables.count("ledger_transactions")).isEqualTo(10L * (cursor + 1));
            assertThat(tables.miscounted()).isZero();
        }
    }
}
