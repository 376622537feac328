package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Postgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole journey, as CI and a newcomer run it. */
class DemoCheckTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theWholeJourneyWorksOnH2() {
        CommandLineRun check = GangwayProcess.run(folder, Map.of(), "demo", "--check");
        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        assertThat(check.out().lines()).hasSize(10).last().isEqualTo("The whole journey works.");
        assertThat(check.out().lines().limit(9))
                .allSatisfy(line -> assertThat(line).matches("ok +\\d+ ms  .*"));
        assertThat(check.out()).doesNotContain("gw_sandbox_").doesNotContain("eyJ");
    }

    @Test
    void theWholeJourneyWorksOnPostgres() {
        Map<String, String> variables = Map.of("GANGWAY_DATABASE_URL", Postgres.newDatabase());
        for (int time = 0; time < 2; time++) {
            CommandLineRun check = GangwayProcess.run(folder, variables, "demo", "--check");
            assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        }
    }
}
