package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Partner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, from its first line to its end, and the command line beside it. */
class DemoTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itTellsWhatToTryWorksBesideTheCommandLineAndLeavesNothingBehind() throws Exception {
        int port = GangwayProcess.freePort();
        try (GangwayProcess demo = GangwayProcess.start(folder, Map.of(), "demo", "--port", Integer.toString(port))) {
            JsonNode ready = demo.awaitReady();
            List<String> members = new ArrayList<>();
            ready.fieldNames().forEachRemaining(members::add);
            assertThat(members)
                    .containsExactly(
                            "base_url",
                            "partner_source",
                            "partner_token",
                            "exchange_base_url",
                            "api_key",
                            "api_secret");
            String base = "http://localhost:" + port;
            assertThat(ready.path("base_url").asText()).isEqualTo(base);
            assertThat(ready.path("partner_source").asText()).isEqualTo("SIXPENCE");
            assertThat(demo.out().lines().findFirst()).contains(base + "/demo");
            assertThat(demo.out().lines().filter(line -> line.equals(base + "/demo")))
                    .hasSize(1);
            assertThat(demo.out()).contains("curl -sS " + base).contains("/openapi.yaml");

            HttpResponse<String> redirect = get(base + "/demo");
            assertThat(redirect.statusCode()).isBetween(302, 303);
            String portfolio = redirect.headers().firstValue("Location").orElse("");
            assertThat(portfolio).startsWith(ready.path("exchange_base_url").asText());
            assertThat(get(portfolio).body()).contains("Get your tax report");

            theCommandLineWorksBesideIt(demo, ready, base);
            assertThat(demo.err()).isEmpty();
            assertThat(demo.stop()).isZero();
            assertThat(demo.out().lines().filter(line -> line.startsWith("ready ")))
                    .hasSize(1);
        }
        try (Stream<Path> left = Files.list(GangwayProcess.temporary(folder))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("gangway")))
                    .as("the demo's database is gone")
                    .isEmpty();
        }
        assertThat(Files.readString(folder.resolve("data/demo.log")))
                .doesNotContain("gw_sandbox_6")
                .doesNotContain("/r/eyJ");
    }

    /** With the very line that the demo prints. */
    private void theCommandLineWorksBesideIt(GangwayProcess demo, JsonNode ready, String base) {
        Matcher export = Pattern.compile("GANGWAY_DATABASE_URL='([^']+)' GANGWAY_ENVIRONMENT=sandbox")
                .matcher(demo.out());
        assertThat(export.find()).isTrue();
        Map<String, String> variables = new HashMap<>();
        variables.put("GANGWAY_DATABASE_URL", export.group(1));
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");

        CommandLineRun shown = GangwayProcess.run(folder, variables, "partner", "show", "SIXPENCE", "-o", "json");
        assertThat(shown.json().path("exchanges")).hasSize(1);
        assertThat(shown.json().path("rate").asInt()).isEqualTo(600);
        assertThat(shown.json().path("link_lifetime_seconds").asLong()).isEqualTo(2_592_000);

        CommandLineRun rotated = GangwayProcess.run(
                folder, variables, "partner", "credential", "rotate", "SIXPENCE", "--overlap", "0s", "-o", "json");
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(rotated.json().path("rate").asText())
                .as("whoever tries the demo's own token finds no limit")
                .isEqualTo("unlimited");
        CommandLineRun issued = GangwayProcess.run(
                folder, variables, "partner", "credential", "issue", "SIXPENCE", "--type", "bearer", "-o", "json");
        assertThat(issued.json().path("rate").asInt())
                .as("what is issued beside it has the usual one")
                .isEqualTo(600);
        Partner old = new Partner(
                base,
                ready.path("partner_token").asText(),
                ready.path("api_key").asText(),
                ready.path("api_secret").asText());
        Partner renewed = new Partner(base, rotated.json().path("token").asText(), old.apiKey(), old.apiSecret());
        assertThat(renewed.register("rotated@example.com").statusCode()).isEqualTo(201);
        assertThat(old.register("old@example.com").statusCode()).isEqualTo(401);

        CommandLineRun keys = GangwayProcess.run(folder, variables, "keys", "rotate", "--output", "json");
        assertThat(keys.exitCode()).as(keys.err()).isZero();
        assertThat(keys.json().path("added")).hasSize(3);
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            CommandLineRun refused = GangwayProcess.run(folder, Map.of(), "demo", "--port", port);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines()).singleElement().asString().startsWith("Port " + port + " is taken");
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
