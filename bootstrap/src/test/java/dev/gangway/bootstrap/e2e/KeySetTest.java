package dev.gangway.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.application.testkit.fixture.KeySetHost;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Partner;
import dev.gangway.bootstrap.testkit.Postgres;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A partner that publishes its keys over TLS, and a server and commands that fetch them, each a process of its own. In a
 * sandbox they may call this machine, and their JVMs trust an authority of the test's.
 */
class KeySetTest {
    private static final KeyPair RSA = TokenForge.rsa(2048);
    private static final KeyPair EC = TokenForge.ec("secp256r1");
    private static final KeyPair NEXT = TokenForge.ec("secp256r1");

    @TempDir
    private Path folder = Path.of("");

    private final String database = Postgres.newDatabase();

    @Test
    void aPartnerIsKnownByTheKeysThatItPublishes() {
        TestAuthority authority = new TestAuthority(folder);
        Map<String, String> trusting = trusting(authority);
        try (Installation installation = new Installation(folder, database);
                KeySetHost first = new KeySetHost(authority.serverOf("dns:localhost"));
                KeySetHost second = new KeySetHost(authority.serverOf("dns:localhost"))) {
            int port = GangwayProcess.freePort();
            try (GangwayProcess server = installation.serve(port, trusting, "--migrate")) {
                URI baseUrl = URI.create(installation.enrol(port).baseUrl());
                publish(first, Map.of("rsa", RSA, "ec", EC));
                JsonNode issued = run(trusting, "issue", "sixpence", "--type", "jwks", "--jwks-url", url(first));
                String id = issued.path("client_id").asText();
                assertThat(issued.path("credential_id").asText()).isEqualTo(id).startsWith("cred_");
                assertThat(issued.path("type").asText()).isEqualTo("jwks");
                assertThat(issued.path("scopes")).hasSize(4);
                assertThat(issued.path("expires_at").isNull()).isTrue();
                assertThat(issued.has("secret") || issued.has("token")).isFalse();
                assertThat(first.asked())
                        .as("it was looked at before it was saved")
                        .hasSize(1);

                for (int i = 0; i < 5; i++) {
                    HttpResponse<String> byRsa = whoami(baseUrl, token("rsa", RSA, id));
                    assertThat(byRsa.statusCode()).as(byRsa.body()).isEqualTo(200);
                    assertThat(Partner.json(byRsa).path("credential_id").asText())
                            .isEqualTo(id);
                    assertThat(whoami(baseUrl, token("ec", EC, id)).statusCode())
                            .isEqualTo(200);
                }
                assertThat(first.asked()).as("the server keeps its copy").hasSize(2);
                assertRefused(whoami(baseUrl, token("ec", NEXT, id)));
                assertRefused(whoami(baseUrl, token("rsa", EC, id)));

                publish(first, Map.of("ec", EC, "next", NEXT));
                assertThat(whoami(baseUrl, token("next", NEXT, id)).statusCode())
                        .as("a key that is new is looked for at once")
                        .isEqualTo(200);
                assertThat(first.asked()).hasSize(3);
                assertRefused(whoami(baseUrl, token("rsa", RSA, id)));
                first.answers(503, new byte[0]);
                assertThat(whoami(baseUrl, token("next", NEXT, id)).statusCode())
                        .as("the last good copy is good enough")
                        .isEqualTo(200);

                CommandLineRun nowhere = installation.run("partner", "credential", "rotate", id);
                assertThat(nowhere.exitCode()).isEqualTo(1);
                assertThat(nowhere.err()).startsWith("A jwks credential needs the address of the partner's keys");
                publish(second, Map.of("rsa", RSA));
                JsonNode rotated = run(trusting, "rotate", id, "--jwks-url", url(second));
                String newId = rotated.path("client_id").asText();
                assertThat(rotated.path("replaces").asText()).isEqualTo(id);
                assertThat(rotated.path("old_expires_at").asText()).endsWith("Z");
                assertThat(whoami(baseUrl, token("rsa", RSA, newId)).statusCode())
                        .isEqualTo(200);
                assertThat(whoami(baseUrl, token("next", NEXT, id)).statusCode())
                        .as("both are accepted for the overlap")
                        .isEqualTo(200);
                assertThat(types(installation)).containsExactlyInAnyOrder("bearer", "jwks", "jwks");

                assertThat(installation
                                .run("partner", "credential", "revoke", newId)
                                .exitCode())
                        .isZero();
                Condition.await(
                        "the revocation holds",
                        () -> whoami(baseUrl, token("rsa", RSA, newId)).statusCode() == 401);
                assertThat(server.stop()).isZero();
            }
        }
    }

    @Test
    void inProductionThisMachineIsNotCalledThoughItWasSavedOnce() {
        TestAuthority authority = new TestAuthority(folder);
        Map<String, String> trusting = trusting(authority);
        try (Installation installation = new Installation(folder, database);
                KeySetHost host = new KeySetHost(authority.serverOf("dns:localhost"))) {
            assertThat(installation.run("migrate").exitCode()).isZero();
            int port = GangwayProcess.freePort();
            URI address = URI.create(installation.enrol(port).baseUrl());
            publish(host, Map.of("ec", EC));
            String id = run(trusting, "issue", "sixpence", "--type", "jwks", "--jwks-url", url(host))
                    .path("client_id")
                    .asText();
            Map<String, String> production = new HashMap<>(trusting);
            production.put("GANGWAY_ENVIRONMENT", "production");
            production.put("GANGWAY_BASE_URL", "https://gangway.example");
            production.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
            production.put("GANGWAY_LOG_FORMAT", "text");
            try (GangwayProcess server = installation.serve(port, production)) {
                assertRefused(whoami(address, token("ec", EC, id)));
                assertThat(server.awaitLine(line -> line.contains(url(host))))
                        .contains("must be https and lead to an address of the public internet");
                assertThat(server.stop()).isZero();
            }
            assertThat(host.asked()).as("when it was saved, and never again").hasSize(1);
        }
    }

    /** Makes a JVM trust the authority. */
    private static Map<String, String> trusting(TestAuthority authority) {
        return Map.of(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + authority.trustStore() + " -Djavax.net.ssl.trustStorePassword="
                        + TestAuthority.PASSWORD);
    }

    private static void publish(KeySetHost host, Map<String, KeyPair> keys) {
        String set = keys.entrySet().stream()
                .map(key -> TokenForge.jwk(
                        "\"kid\":\"" + key.getKey() + "\",\"use\":\"sig\"",
                        key.getValue().getPublic()))
                .collect(Collectors.joining(","));
        host.answers(200, ("{\"keys\":[" + set + "]}").getBytes(UTF_8));
    }

    private static String url(KeySetHost host) {
        return host.address("localhost").value();
    }

    private static String token(String keyId, KeyPair key, String clientId) {
        boolean rsa = key.getPrivate().getAlgorithm().equals("RSA");
        long now = Instant.now().getEpochSecond();
        return TokenForge.signed(
                "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(rsa ? "RS256" : "ES256", keyId),
                "{\"clientId\":\"%s\",\"iat\":%d,\"exp\":%d}".formatted(clientId, now, now + 900),
                key.getPrivate(),
                rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    }

    private static HttpResponse<String> whoami(URI baseUrl, String token) {
        return new Visitor()
                .send(HttpRequest.newBuilder(baseUrl.resolve("/api/v1/partner/whoami"))
                        .header("Authorization", "Bearer " + token));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Partner.json(response).path("code").asText()).isEqualTo("INVALID_TOKEN");
    }

    private static List<String> types(Installation installation) {
        return installation
                .run("partner", "credential", "list", "sixpence", "-o", "json")
                .json()
                .path("credentials")
                .findValuesAsText("type");
    }

    /** Runs a command of credentials as a process of its own: what it trusts is its JVM's. */
    private JsonNode run(Map<String, String> trusting, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "partner";
        all[1] = "credential";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--output";
        all[all.length - 1] = "json";
        Map<String, String> variables = new HashMap<>(trusting);
        variables.put("GANGWAY_DATABASE_URL", database);
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        CommandLineRun run = GangwayProcess.run(folder, variables, all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }
}
