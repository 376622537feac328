package dev.gangway.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import dev.gangway.bootstrap.testkit.Installation;
import dev.gangway.bootstrap.testkit.Partner;
import dev.gangway.bootstrap.testkit.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seeds' samples as partners run them, word for word but for the address, the credential and what is asked for. What
 * needs a package that Debian does not have (jsonwebtoken, .NET) is in SeedSamplesTest.
 */
class SamplesTest {
    private static final String WHOAMI = "/api/v1/partner/whoami";
    private static final String REGISTER = "/api/v1/partner/register";

    private static final String NEEDS =
            "The samples need bash, curl, node, openssl, and python3 with jwt and requests: .ci/run installs them.";

    /** Sends what there is to send, and prints the status behind the answer. */
    private static final String CURL = """
            curl() {
              if [ -n "${BODY:-}" ]; then
                set -- -X "$METHOD" -H "Content-Type: application/json" --data-raw "$BODY" "$@"
              fi
              command curl -sS -w ' %{http_code}\\n' "$@"
            }
            """;

    private static final String FETCH = """
            const fetched = globalThis.fetch;
            globalThis.fetch = async (...all) => {
              const response = await fetched(...all);
              console.log(await response.text(), response.status);
              return response;
            };
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static Installation installation;
    private static GangwayProcess server;
    private static Partner partner;

    @BeforeAll
    static void serve() {
        installation = new Installation(folder, Postgres.newDatabase());
        int port = GangwayProcess.freePort();
        server = installation.serve(port, Map.of(), "--migrate");
        partner = installation.enrol(port);
    }

    @AfterAll
    static void stop() {
        server.close();
        installation.close();
    }

    private static JsonNode issue(String type) {
        return installation
                .run("partner", "credential", "issue", "sixpence", "--type", type, "-o", "json")
                .json();
    }

    /** With what shells and formats might take for something of their own. */
    private static String body(String name) {
        return """
                {"email":"%s@example.com","name":"%s\\\\n 100%%25 %%s $HOME","partner_source":"SIXPENCE","jurisdiction":"RSA",\
                "api_credentials":[{"exchange_name":"SIXPENCE","api_key":"%s","api_secret":"%s"}]}""".formatted(name, name, partner.apiKey(), partner.apiSecret());
    }

    @Test
    void pythonSignsItsRequests() {
        JsonNode key = issue("signing-key");
        Sample sample = Sample.named("sign.py").signedBy(key);
        sample.replacing("path = \"/vaults\"", "path = \"" + WHOAMI + "\"");
        sample.replacing("path = \"/vaults\"", "path = \"" + REGISTER + "\"");
        sample.replacing("'{\"externalId\":\"cust_123\",\"name\":\"Alice\"}'", "r'" + body("python") + "'");
        sample.replacing("headers=headers)\n", "headers=headers)\nprint(response.text, response.status_code)\n");
        sample.replacing("data=body)", "data=body)\nprint(response.text, response.status_code)");
        assertBothLetIn(key, sample.run(python()));
    }

    @Test
    void nodeSignsItsRequests() throws IOException {
        JsonNode key = issue("signing-key");
        Sample sample = Sample.named("sign.js").signedBy(key);
        sample.replacing("\"GET\", \"/vaults\"", "\"GET\", \"" + WHOAMI + "\"");
        sample.replacing("/vaults\", { headers }", WHOAMI + "\", { headers }");
        sample.replacing("\"POST\", \"/vaults\"", "\"POST\", \"" + REGISTER + "\"");
        sample.replacing("/vaults\", {", REGISTER + "\", {");
        sample.replacing("{ externalId: \"cust_123\", name: \"Alice\" }", body("node"));
        Path watch = Files.writeString(folder.resolve("fetch.js"), FETCH);
        assertBothLetIn(key, sample.run("node", "-r", watch.toString()));
    }

    @Test
    void bashSignsItsRequests() {
        JsonNode key = issue("signing-key");
        Sample get = Sample.named("sign.sh").signedBy(key);
        get.replacing("/vaults", WHOAMI);
        Sample post = Sample.named("sign.sh").signedBy(key);
        post.replacing("/vaults", REGISTER);
        post.replacing("METHOD=\"GET\"", "METHOD=\"POST\"");
        post.replacing("BODY=\"\"", "BODY='" + body("bash") + "'");
        assertBothLetIn(key, get.after(CURL).run("bash") + post.after(CURL).run("bash"));
    }

    private static void assertBothLetIn(JsonNode key, String said) {
        assertThat(said.lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .endsWith(" 200")
                        .contains(key.path("credential_id").asText(), "\"scheme\":\"SignedRequest\""))
                .anySatisfy(line -> assertThat(line).endsWith(" 201").contains("\"user_created\":true"));
    }

    @Test
    void pythonSignsItsTokens() {
        String user = Partner.json(partner.register("portfolio@example.com"))
                .path("user_id")
                .asText();
        JsonNode client = issue("client-secret");
        Sample sample = Sample.named("token.py");
        sample.replacing("your-client-id", client.path("client_id").asText());
        sample.replacing("your-secret-key", client.path("secret").asText());
        String said = sample.run(python());
        assertThat(said).startsWith("JWT Token: ey");
        Sample call = Sample.named("token.sh");
        call.replacing("{{BASE_URL}}/portfolio", partner.baseUrl() + "/portfolio?user_id=" + user);
        call.replacing("YOUR_JWT_TOKEN", said.substring("JWT Token: ".length()).strip());
        assertThat(call.after(CURL).run("bash")).startsWith("[").endsWith("] 200\n");
    }

    /** Debian's, which has Debian's packages, even where another one comes first. */
    private static String python() {
        Path debian = Path.of("/usr/bin/python3");
        return Files.isExecutable(debian) ? debian.toString() : "python3";
    }

    /** A sample on its way to be run. */
    private static final class Sample {
        private final String name;
        private String text;

        private Sample(String name, String text) {
            this.name = name;
            this.text = text;
        }

        static Sample named(String name) {
            try (InputStream in = Objects.requireNonNull(SamplesTest.class.getResourceAsStream("/samples/" + name))) {
                return new Sample(name, new String(in.readAllBytes(), UTF_8));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        Sample signedBy(JsonNode key) {
            replacing("your-key-id", key.path("key_id").asText());
            replacing("your-secret", key.path("secret").asText());
            text = text.replace("https://api.example.com", partner.baseUrl());
            return this;
        }

        /** The first of them; there has to be one. */
        void replacing(String old, String by) {
            int at = text.indexOf(old);
            assertThat(at).as("%s in %s", old, text).isNotNegative();
            text = text.substring(0, at) + by + text.substring(at + old.length());
        }

        Sample after(String prelude) {
            text = prelude + text;
            return this;
        }

        /** What it prints, when it has ended well. */
        String run(String... program) {
            List<String> command = new ArrayList<>(List.of(program));
            try {
                command.add(Files.writeString(Files.createTempFile(folder, "", name), text)
                        .toString());
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
                builder.environment()
                        .keySet()
                        .removeIf(variable -> variable.toLowerCase(Locale.ROOT).endsWith("_proxy"));
                builder.environment().put("NODE_NO_WARNINGS", "1");
                Process process = builder.start();
                process.getOutputStream().close();
                String said = new String(process.getInputStream().readAllBytes(), UTF_8);
                assertThat(process.waitFor())
                        .as(
                                "the samples need bash, openssl, curl, node, and python3 with jwt and requests (.ci/run"
                                        + " installs them): %s",
                                said)
                        .isZero();
                return said;
            } catch (IOException missing) {
                throw new AssertionError(NEEDS, missing);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }
}
