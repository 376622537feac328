package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Landing;
import dev.gangway.bootstrap.testkit.Partner;
import dev.gangway.bootstrap.testkit.Postgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL are one product. */
class TwoServersTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatOneDoesTheOtherKnows() {
        try (Installation installation = new Installation(folder, Postgres.newDatabase())) {
            int portA = GangwayProcess.freePort();
            int portB = GangwayProcess.freePort();
            try (GangwayProcess a = installation.serve(portA, Map.of("GANGWAY_IMPORT_WORKERS", "0"), "--migrate");
                    GangwayProcess b = installation.serve(portB, Map.of())) {
                Partner atA = installation.enrol(portA);
                Partner atB = atA.at("http://localhost:" + portB);
                String link = Partner.json(atA.register("two@example.com"))
                        .path("redirect_url")
                        .asText();
                try (Landing landing = new Landing(atB.baseUrl())) {
                    assertThat(landing.follow(link).statusCode()).isEqualTo(303);
                    Condition.await("the other node imports", landing::isPopulated);
                }
                try (Landing again = new Landing(atA.baseUrl())) {
                    assertThat(again.follow(link).statusCode()).isEqualTo(410);
                }
                assertThat(atB.register("two@example.com").statusCode()).isEqualTo(200);

                CommandLineRun revoked = installation.run("partner", "credential", "revoke", "sixpence");
                assertThat(revoked.exitCode()).isZero();
                for (Partner partner : new Partner[] {atA, atB}) {
                    Condition.await(
                            "the revocation holds everywhere",
                            () -> partner.register("x@example.com").statusCode() == 401);
                }
                assertThat(a.stop()).isZero();
                assertThat(b.stop()).isZero();
            }
        }
    }

    @Test
    void aServerDoesNotMigrateUnasked() {
        try (Installation installation = new Installation(folder, Postgres.newDatabase())) {
            CommandLineRun refused = installation.run("serve", "--port", "0");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("The database has no schema yet");
        }
    }
}
