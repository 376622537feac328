package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of every type on one database; each database runs the same tests. */
abstract class CredentialCommandsContract {
    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> variables = new HashMap<>();

    /** The JDBC URL of a new, empty database. */
    abstract String newDatabase();

    @BeforeEach
    void aPartner() throws IOException {
        variables.put("GANGWAY_DATABASE_URL", newDatabase());
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.put("GANGWAY_DATA_DIR", folder.resolve("data").toString());
        variables.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
        assertThat(gangway("migrate").exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("acme.yaml"), "{slug: acme, name: Acme, exchanges: [KRAKEN]}");
        assertThat(gangway("partner", "enrol", file.toString()).exitCode()).isZero();
    }

    @Test
    void eachTypeShowsWhatProvesItAndNothingElse() {
        assertThat(issue("--type", "bearer").json().path("token").asText()).startsWith("gw_sandbox_");
        for (Map.Entry<String, String> type :
                Map.of("client-secret", "client_id", "signing-key", "key_id").entrySet()) {
            JsonNode issued = issue("--type", type.getKey()).json();
            assertThat(issued.path("type").asText()).isEqualTo(type.getKey());
            assertThat(issued.path(type.getValue())).isEqualTo(issued.path("credential_id"));
            assertThat(issued.path("secret").asText()).hasSizeGreaterThanOrEqualTo(43);
            assertThat(issued.has("token")).isFalse();
            assertThat(gangway("partner", "credential", "list", "acme").out())
                    .doesNotContain(issued.path("secret").asText());
        }
        JsonNode trusted = gangwayReading(pem(), "issue", "acme", "--type", "public-key", "--public-key", "-")
                .json();
        assertThat(trusted.path("client_id")).isEqualTo(trusted.path("credential_id"));
        assertThat(trusted.has("secret") || trusted.has("token")).isFalse();
        assertThat(trusted.path("rate").asInt()).isEqualTo(600);
        assertThat(issue("--type", "signing-key").json().path("rate").asInt()).isEqualTo(120);
    }

    @Test
    void aCredentialIsNarrowedAndStaysSoWhenItRotates() {
        JsonNode issued = issue(
                        "--type",
                        "signing-key",
                        "--scopes",
                        "users:read,portfolio:read",
                        "--allow-ip",
                        "192.0.2.7",
                        "--allow-ip",
                        "2001:DB8::/32,198.51.100.0/24",
                        "--rate",
                        "7",
                        "--expires",
                        "90d",
                        "--label",
                        "narrow")
                .json();
        assertThat(texts(issued.path("scopes"))).containsExactly("portfolio:read", "users:read");
        assertThat(texts(issued.path("allow_ip"))).containsExactly("192.0.2.7", "2001:db8::/32", "198.51.100.0/24");
        assertThat(issued.path("rate").asInt()).isEqualTo(7);
        assertThat(issued.path("expires_at").asText()).endsWith("Z");
        JsonNode rotated =
                gangway("partner", "credential", "rotate", "acme", "-o", "json").json();
        for (String kept : new String[] {"type", "scopes", "allow_ip", "rate", "label"}) {
            assertThat(rotated.path(kept)).as(kept).isEqualTo(issued.path(kept));
        }
        assertThat(rotated.path("key_id")).isNotEqualTo(issued.path("key_id"));
        assertThat(rotated.path("secret")).isNotEqualTo(issued.path("secret"));
        assertThat(rotated.path("replaces")).isEqualTo(issued.path("key_id"));
        JsonNode listed = gangway("partner", "credential", "list", "acme", "-o", "json")
                .json()
                .path("credentials");
        assertThat(listed).hasSize(2).allSatisfy(one -> {
            assertThat(one.path("allow_ip")).isEqualTo(issued.path("allow_ip"));
            assertThat(one.path("rate").asInt()).isEqualTo(7);
            assertThat(one.path("status").asText()).isEqualTo("active");
            assertThat(one.path("last_used_at").isNull()).isTrue();
        });
        JsonNode free = issue("--type", "bearer", "--rate", "unlimited", "--expires", "2126-01-01T00:00:00Z")
                .json();
        assertThat(free.path("rate").asText()).isEqualTo("unlimited");
        assertThat(free.path("expires_at").asText()).isEqualTo("2126-01-01T00:00:00Z");
        assertThat(gangway("partner", "credential", "list", "acme").out())
                .contains("192.0.2.7,2001:db8::/32,198.51.100.0/24")
                .contains("portfolio:read,users:read");
    }

    @Test
    void whoIssuesOrRotatesIsToldWhenItEnds() {
        assertThat(gangway(
                                "partner",
                                "credential",
                                "issue",
                                "acme",
                                "--type",
                                "bearer",
                                "--expires",
                                "2126-01-01T00:00:00Z")
                        .out())
                .endsWith("\nIt expires at 2126-01-01T00:00:00Z.\n");
        assertThat(gangway("partner", "credential", "rotate", "acme").out())
                .contains("\nIt expires at 2")
                .contains("\nIt replaces cred_");
        assertThat(gangway("partner", "credential", "issue", "acme", "--type", "bearer")
                        .out())
                .doesNotContain("expires");
    }

    @Test
    void aPublicKeyRotatesToTheNextOne() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), pem());
        issue("--type", "public-key", "--public-key", file.toString());
        refused(
                "A public-key credential needs the partner's public key: give it with --public-key FILE.",
                gangway("partner", "credential", "rotate", "acme"));
        Files.writeString(file, pem());
        JsonNode rotated = gangway(
                        "partner", "credential", "rotate", "acme", "--public-key", file.toString(), "-o", "json")
                .json();
        assertThat(rotated.path("client_id")).isNotEqualTo(rotated.path("replaces"));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentenceAndNothingIsIssued() {
        refused(
                "There is no credential of type 'signing-kye', did you mean signing-key? The types are bearer,"
                        + " client-secret, signing-key, public-key, jwks.",
                issue("--type", "signing-kye"));
        refused(
                "There is no scope 'users:raed', did you mean users:read? The scopes are users:write, users:read,"
                        + " sources:write, portfolio:read, credentials:manage, webhooks:manage.",
                issue("--type", "bearer", "--scopes", "users:write,users:raed"));
        refused(
                "'10.0.0.1/8' must not set a bit behind its prefix, so another address or prefix may be meant.",
                issue("--type", "bearer", "--allow-ip", "10.0.0.1/8"));
        refused("'everywhere' must be an IP address", issue("--type", "bearer", "--allow-ip", "everywhere"));
        for (String empty : new String[] {"", ",", "10.0.0.1,", ",10.0.0.1", "10.0.0.1,,10.0.0.2"}) {
            refused("'' must be an IP address", issue("--type", "bearer", "--allow-ip", empty));
        }
        for (String empty : new String[] {"", ",", "users:read,"}) {
            refused("There is no scope ''.", issue("--type", "bearer", "--scopes", empty));
        }
        for (String rate : new String[] {"0", "-1", "many", "1000001", ""}) {
            refused("--rate must be a number", issue("--type", "bearer", "--rate", rate));
        }
        refused("--expires must be a duration", issue("--type", "bearer", "--expires", "soon"));
        refused("--expires must be within", issue("--type", "bearer", "--expires", "999999999d"));
        for (String past : new String[] {"0s", "2001-01-01T00:00:00Z"}) {
            refused("The credential would have expired already", issue("--type", "bearer", "--expires", past));
        }
        refused("A public-key credential needs the partner's public key", issue("--type", "public-key"));
        refused("A jwks credential needs the address", issue("--type", "jwks"));
        refused("There is no file /nowhere.pem.", issue("--type", "public-key", "--public-key", "/nowhere.pem"));
        refused(
                "The secret of a bearer credential is made here",
                issue("--type", "bearer", "--jwks-url", "https://a.b"));
        refused(
                "The address of the key set must be an https address.",
                issue("--type", "jwks", "--jwks-url", "http://localhost/keys"));
        refused(
                "The public key ",
                gangwayReading("no key", "issue", "acme", "--type", "public-key", "--public-key", "-"));
        assertThat(gangway("partner", "credential", "list", "acme").out()).startsWith("ACME has no credential yet.");
    }

    @Test
    void inProductionTheKeysOfASetAreFetchedFromThePublicInternetOnly() {
        variables.put("GANGWAY_ENVIRONMENT", "production");
        for (String host : new String[] {
            "localhost",
            "127.0.0.1:8443",
            "[::1]",
            "10.0.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:10.0.0.1]",
            "[64:ff9b::a00:1]",
            "2130706433",
            "0177.0.0.1",
            "0x7f.0.0.1",
            "127.1"
        }) {
            refused(
                    "The address of the key set must be https and lead to an address of the public internet.",
                    issue("--type", "jwks", "--jwks-url", "https://" + host + "/keys"));
        }
        assertThat(gangway("partner", "credential", "list", "acme").out()).startsWith("ACME has no credential yet.");
    }

    @Test
    void anAddressThatPublishesNoKeysIsNotSaved() {
        for (String url : new String[] {
            "http://partner.example/keys", "https://user:pass@partner.example/keys", "https:partner.example", "", "keys"
        }) {
            CommandLineRun run = issue("--type", "jwks", "--jwks-url", url);
            refused("The address of the key set must be an https address", run);
            assertThat(run.err()).as("what counts for other addresses").doesNotContain("loopback");
        }
        refused(
                "The address of the key set does not answer.",
                issue("--type", "jwks", "--jwks-url", "https://127.0.0.1:1/keys"));
        assertThat(gangway("partner", "credential", "list", "acme").out()).startsWith("ACME has no credential yet.");
    }

    @Test
    void onlyWhatIsSealedAsksForTheMasterKey() {
        variables.remove("GANGWAY_MASTER_KEY");
        variables.put("GANGWAY_ENVIRONMENT", "production");
        assertThat(issue("--type", "bearer").exitCode()).isZero();
        for (String sealed : new String[] {"client-secret", "signing-key"}) {
            refused("GANGWAY_MASTER_KEY is required in production", issue("--type", sealed));
        }
        assertThat(folder.resolve("data/master.key")).doesNotExist();
        variables.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
        assertThat(issue("--type", "signing-key").exitCode()).isZero();
        variables.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
        refused("The keys in the database do not open", issue("--type", "signing-key"));
    }

    @Test
    void everythingIsUnderTheSealingKeyThatIsInUse() {
        issue("--type", "signing-key");
        JsonNode first = gangway("keys", "reseal", "-o", "json").json();
        assertThat(first.path("kid").asText()).isNotEmpty();
        assertThat(first.path("fingerprint_kid").asText()).isNotEmpty();
        assertThat(first.path("resealed").asInt()).isZero();
        assertThat(first.path("unreadable").asInt()).isZero();
        assertThat(gangway("keys", "reseal").out()).startsWith("0 secrets stored anew, under the sealing key ");
        assertThat(gangway("keys", "rotate").exitCode()).isZero();
        JsonNode early = gangway("keys", "reseal", "-o", "json").json();
        assertThat(early.path("kid").isMissingNode())
                .as("the new keys are used in a minute")
                .isTrue();
        assertThat(early.path("resealed").asInt()).isZero();
        assertThat(Instant.parse(early.path("waiting_until").asText())).isAfter(Instant.now());
        assertThat(gangway("keys", "reseal").out()).startsWith("The newest keys are in use from ");
        JsonNode retired = gangway("keys", "retire", "-o", "json").json();
        assertThat(retired.path("retired")).isEmpty();
        assertThat(retired.path("in_use")).isEmpty();
        assertThat(gangway("keys", "retire").out()).startsWith("There is no old key");
    }

    private static void refused(String sentence, CommandLineRun run) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().startsWith(sentence);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String pem() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(256);
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(pairs.generateKeyPair().getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private CommandLineRun issue(String... options) {
        List<String> all = new ArrayList<>(List.of("partner", "credential", "issue", "acme", "-o", "json"));
        all.addAll(List.of(options));
        return gangway(all.toArray(String[]::new));
    }

    private CommandLineRun gangwayReading(String in, String... arguments) {
        List<String> all = new ArrayList<>(List.of("partner", "credential"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-o", "json"));
        return CommandLineRun.of(variables, in, all.toArray(String[]::new));
    }

    private CommandLineRun gangway(String... arguments) {
        return CommandLineRun.of(variables, arguments);
    }
}
