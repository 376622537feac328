package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Partner;
import dev.gangway.bootstrap.testkit.Postgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a credential was last used is told by the list, and a server that stops writes down what it still knows. */
class LastUseTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCredentialThatWasUsedSaysSo() {
        try (Installation installation = new Installation(folder, Postgres.newDatabase())) {
            int port = GangwayProcess.freePort();
            try (GangwayProcess server = installation.serve(port, Map.of(), "--migrate")) {
                Partner partner = installation.enrol(port);
                assertThat(credential(installation).path("last_used_at").isNull())
                        .isTrue();
                assertThat(partner.register("used@example.com").statusCode()).isEqualTo(201);
                assertThat(server.stop()).isZero();
            }
            assertThat(credential(installation).path("last_used_at").asText()).endsWith("Z");
        }
    }

    @Test
    void aServerWritesItDownWhileItServes() {
        try (Installation installation = new Installation(folder, Postgres.newDatabase())) {
            int port = GangwayProcess.freePort();
            try (GangwayProcess server = installation.serve(port, Map.of(), "--migrate")) {
                Partner partner = installation.enrol(port);
                assertThat(partner.register("used@example.com").statusCode()).isEqualTo(201);
                Condition.await(
                        "the upkeep of credentials has come round",
                        () -> credential(installation).path("last_used_at").isTextual());
                assertThat(server.stop()).isZero();
            }
        }
    }

    private static JsonNode credential(Installation installation) {
        return installation
                .run("partner", "credential", "list", "sixpence", "-o", "json")
                .json()
                .path("credentials")
                .path(0);
    }
}
