package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.bootstrap.demo.Browser;
import dev.gangway.bootstrap.demo.sixpence.api.Fault;
import dev.gangway.bootstrap.demo.sixpence.api.FaultHook;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Landing;
import dev.gangway.bootstrap.testkit.Partner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on H2: its log, its stop, its sudden death. */
class ServeTest {
    @TempDir
    private Path folder = Path.of("");

    private Installation installation = new Installation(Path.of(""), "");

    @BeforeEach
    void install() {
        installation.close();
        installation = new Installation(folder, "jdbc:h2:file:" + folder.resolve("db/gangway"));
    }

    @AfterEach
    void leave() {
        installation.close();
    }

    @Test
    void itLogsJsonWithoutASecretAndStopsWithZero() throws IOException {
        int port = GangwayProcess.freePort();
        int metrics = GangwayProcess.freePort();
        Partner partner = installation.enrol(port);
        try (GangwayProcess server =
                installation.serve(port, Map.of("GANGWAY_METRICS_PORT", Integer.toString(metrics)))) {
            HttpResponse<String> registered = partner.register("a@example.com");
            String link = Partner.json(registered).path("redirect_url").asText();
            try (Landing landing = new Landing(partner.baseUrl());
                    Browser scraper = new Browser()) {
                assertThat(landing.follow(link).statusCode()).isEqualTo(303);
                Condition.await("the history is here", landing::isPopulated);
                String scraped = scraper.fetch(URI.create("http://127.0.0.1:" + metrics + "/metrics"), "*/*")
                        .body();
                assertThat(scraped)
                        .contains("route=\"/api/v1/partner/register\",status=\"201\"")
                        .contains("gangway_imports_total{outcome=\"complete\"} 1.0")
                        .contains("gangway_database_connections")
                        .contains("jvm_memory_used_bytes")
                        .doesNotContain("eyJ");
            }
            assertThat(server.stop()).isZero();
            for (String line : server.out().lines().toList()) {
                assertThat(new JsonMapper().readTree(line).isObject()).as(line).isTrue();
            }
            assertThat(server.out())
                    .contains("request_id")
                    .contains(" is ready in sandbox at http:\\/\\/localhost:" + port + " after ")
                    .doesNotContain(partner.token())
                    .doesNotContain(link.substring(link.indexOf("/r/") + 3))
                    .doesNotContain(partner.apiKey())
                    .doesNotContain(partner.apiSecret())
                    .doesNotContain("a@example.com");
        }
    }

    @Test
    void aStopFinishesTheRequestInFlightAndHandsPickedImportsBack() throws Exception {
        int port = GangwayProcess.freePort();
        Partner partner = installation.enrol(port);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        installation.exchange().faults(call -> new Fault.Pause(reached, release));
        String waiting;
        try (GangwayProcess server = installation.serve(port, Map.of());
                Socket inFlight = new Socket(InetAddress.getLoopbackAddress(), port)) {
            waiting = Partner.json(partner.register("waiting@example.com"))
                    .path("redirect_url")
                    .asText();
            assertThat(reached.await(60, TimeUnit.SECONDS))
                    .as("the import is under way")
                    .isTrue();
            String body = "{\"email\": \"late@example.com\"}";
            OutputStream out = inFlight.getOutputStream();
            out.write(("POST /api/v1/partner/register HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + partner.token() + "\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body.substring(0, 5))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            awaitInFlight(partner);
            Thread stopper = Thread.ofVirtual().start(server::stop);
            server.awaitLine(line -> line.contains("Stopping"));
            out.write(body.substring(5).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(inFlight.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("jurisdiction");
            release.countDown();
            stopper.join();
            assertThat(server.awaitEnd()).isZero();
        }
        installation.exchange().faults(FaultHook.NONE);
        try (GangwayProcess server = installation.serve(port, Map.of());
                Landing landing = new Landing(partner.baseUrl())) {
            assertThat(landing.follow(waiting).statusCode()).isEqualTo(303);
            Condition.await("the import that was handed back is done", landing::isPopulated);
            assertThat(server.stop()).isZero();
        }
    }

    /** Another request has gone through since, so that the server has seen the one before. */
    private static void awaitInFlight(Partner partner) {
        assertThat(partner.register("between@example.com").statusCode()).isEqualTo(201);
    }

    @Test
    void whatWasAcknowledgedSurvivesASuddenDeath() {
        int port = GangwayProcess.freePort();
        Partner partner = installation.enrol(port);
        installation.exchange().faults(call -> new Fault.Unavailable(503));
        List<String> links = new ArrayList<>();
        try (GangwayProcess server = installation.serve(port, Map.of())) {
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> registered = partner.register("user" + i + "@example.com");
                assertThat(registered.statusCode()).isEqualTo(201);
                links.add(Partner.json(registered).path("redirect_url").asText());
            }
            Condition.await(
                    "an import has been tried", () -> installation.exchange().apiCalls() > 0);
            server.kill();
        }
        installation.exchange().faults(FaultHook.NONE);
        try (GangwayProcess server = installation.serve(port, Map.of())) {
            for (String link : links) {
                try (Landing landing = new Landing(partner.baseUrl())) {
                    assertThat(landing.follow(link).statusCode()).isEqualTo(303);
                    Condition.await("the import has gone on", landing::isPopulated);
                    assertThat(landing.report()).contains(Installation.HISTORY + " transactions");
                }
            }
            HttpResponse<String> again = partner.register("user0@example.com");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void aDatabaseThatCannotBeMadeIsToldInOneSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CommandLineRun refused = GangwayProcess.run(
                folder, Map.of("GANGWAY_DATABASE_URL", "jdbc:h2:file:" + file + "/below"), "partner", "list");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).singleElement().asString().startsWith("The database cannot be opened");
    }

    @Test
    void theCommandLineWorksBesideIt() {
        int port = GangwayProcess.freePort();
        try (GangwayProcess server = installation.serve(port, Map.of())) {
            Partner partner = installation.enrol(port);
            assertThat(partner.register("b@example.com").statusCode()).isEqualTo(201);
            CommandLineRun revoked = installation.run("partner", "credential", "revoke", "sixpence");
            assertThat(revoked.exitCode()).as(revoked.err()).isZero();
            Condition.await(
                    "the revocation holds",
                    () -> partner.register("c@example.com").statusCode() == 401);
            assertThat(server.stop()).isZero();
        }
    }
}
