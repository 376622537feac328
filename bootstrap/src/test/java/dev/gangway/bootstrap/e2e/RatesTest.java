package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many servers there are on one PostgreSQL, a limit is one. */
class RatesTest {
    private static final int RATE = 30;

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void twoServersCountTogether() throws IOException {
        try (Installation installation = new Installation(folder, Postgres.newDatabase())) {
            Map<String, String> few = Map.of(
                    "GANGWAY_IMPORT_WORKERS", "0",
                    "GANGWAY_RATE_ANONYMOUS", "10",
                    "GANGWAY_RATE_FAILED_AUTH", "20");
            int portA = GangwayProcess.freePort();
            int portB = GangwayProcess.freePort();
            try (GangwayProcess a = installation.serve(portA, few, "--migrate");
                    GangwayProcess b = installation.serve(portB, few)) {
                String token = token(installation);
                int[] ports = {portA, portB};
                assertThat(statuses(ports, 80, "Bearer " + token))
                        .filteredOn(status -> status == 200)
                        .hasSize(RATE);
                assertThat(statuses(ports, 40, null))
                        .filteredOn(status -> status == 401)
                        .hasSize(10);
                assertThat(statuses(ports, 60, "Bearer forged"))
                        .filteredOn(status -> status == 401)
                        .hasSize(20);
                assertThat(a.stop()).isZero();
                assertThat(b.stop()).isZero();
            }
        }
    }

    private String token(Installation installation) throws IOException {
        Path file = Files.writeString(folder.resolve("rated.yaml"), """
                slug: rated
                name: Rated
                exchanges: [SIXPENCE]
                rate: %d
                """.formatted(RATE));
        assertThat(installation.run("partner", "enrol", file.toString()).exitCode())
                .isZero();
        return installation
                .run("partner", "credential", "issue", "rated", "--type", "bearer", "-o", "json")
                .json()
                .path("token")
                .asText();
    }

    /** The statuses of so many calls at once, by turns to each of the servers. */
    private List<Integer> statuses(int[] ports, int calls, @Nullable String authorization) {
        List<CompletableFuture<Integer>> running = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create("http://localhost:" + ports[i % ports.length] + "/api/v1/partner/whoami"));
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            running.add(client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }
}
