package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on one database; each database runs the same tests. */
abstract class CommandsContract {
    private static final String ACME = """
            slug: acme
            name: Acme
            exchanges: [KRAKEN, SIXPENCE]
            discounts: [{code: WELCOME, default: true}]
            return_url: https://acme.example/back
            """;

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> variables = new HashMap<>();

    /** The JDBC URL of a new, empty database. */
    abstract String newDatabase();

    @BeforeEach
    void aMigratedDatabase() {
        variables.put("GANGWAY_DATABASE_URL", newDatabase());
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.put("GANGWAY_DATA_DIR", folder.resolve("data").toString());
        assertThat(gangway("migrate").exitCode()).isZero();
    }

    @Test
    void migratingAgainChangesNothing() {
        assertThat(gangway("migrate", "--output", "json").json().path("schema").asText())
                .isEqualTo("up_to_date");
    }

    @Test
    void aPartnerIsEnrolledChangedAndLeftAlone() throws IOException {
        JsonNode created = enrol(ACME).json();
        assertThat(created.path("outcome").asText()).isEqualTo("created");
        assertThat(created.path("partner_source").asText()).isEqualTo("ACME");
        assertThat(created.path("link_lifetime_seconds").asLong()).isEqualTo(2_592_000);
        assertThat(enrol(ACME).json().path("outcome").asText()).isEqualTo("unchanged");
        JsonNode changed = enrol(ACME + "rate: unlimited\n").json();
        assertThat(changed.path("outcome").asText()).isEqualTo("changed");
        assertThat(changed.path("rate").asText()).isEqualTo("unlimited");
        assertThat(changed.path("id")).isEqualTo(created.path("id"));
    }

    @Test
    void aSlugNeverChanges() throws IOException {
        JsonNode created = enrol(ACME).json();
        for (String other : new String[] {
            ACME.replace("slug: acme", "slug: acme2"),
            ACME.replace("slug: acme", "slug: acme2").replace("name: Acme", "name: Other") + "id: "
                    + created.path("id").asText() + "\n"
        }) {
            CommandLineRun refused = enrol(other);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith("The slug of a partner never changes: Acme is enrolled as 'acme'");
        }
        assertThat(gangway("partner", "list", "-o", "json").json().path("partners"))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNoPartnerIsRefusedInOneSentence() throws IOException {
        CommandLineRun refused = enrol("slug: acme\nnme: Acme\n");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines()).singleElement().asString().contains("did you mean name?");
        assertThat(gangway("partner", "enrol", "/nowhere.yaml").err()).contains("There is no file /nowhere.yaml");
    }

    @Test
    void aPartnerIsNamedBySlugSourceOrId() throws IOException {
        String id = enrol(ACME).json().path("id").asText();
        for (String reference : new String[] {"acme", "ACME", "Acme", id}) {
            JsonNode shown =
                    gangway("partner", "show", reference, "--output", "json").json();
            assertThat(shown.path("id").asText()).isEqualTo(id);
            assertThat(shown.path("discounts").path(0).path("default").asBoolean())
                    .isTrue();
        }
        CommandLineRun unknown = gangway("partner", "show", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("There is no partner 'nobody'");
        assertThat(gangway("partner", "show", "acme").out()).contains("https://acme.example/back");
    }

    @Test
    void aTokenIsShownOnceAndNeverAgain() throws IOException {
        enrol(ACME);
        JsonNode issued = gangway(
                        "partner", "credential", "issue", "acme", "--type", "bearer", "--label", "ci", "-o", "json")
                .json();
        String token = issued.path("token").asText();
        assertThat(token).startsWith("gw_sandbox_");
        assertThat(issued.path("partner_source").asText()).isEqualTo("ACME");
        assertThat(issued.path("type").asText()).isEqualTo("bearer");
        assertThat(issued.path("scopes")).isNotEmpty();
        assertThat(issued.path("expires_at").isNull()).isTrue();
        CommandLineRun listed = gangway("partner", "credential", "list", "acme", "-o", "json");
        JsonNode credential = listed.json().path("credentials").path(0);
        assertThat(credential.path("credential_id")).isEqualTo(issued.path("credential_id"));
        assertThat(credential.path("label").asText()).isEqualTo("ci");
        assertThat(credential.path("status").asText()).isEqualTo("active");
        assertThat(listed.out()).doesNotContain(token);
        assertThat(gangway("partner", "credential", "issue", "acme", "--type", "bearer")
                        .out())
                .contains("gw_sandbox_");
    }

    @Test
    void aTokenRotatesWithAnOverlap() throws IOException {
        enrol(ACME);
        String first = issue();
        JsonNode rotated = gangway("partner", "credential", "rotate", "acme", "--overlap", "1h", "-o", "json")
                .json();
        assertThat(rotated.path("replaces").asText()).isEqualTo(first);
        assertThat(rotated.path("token").asText()).startsWith("gw_sandbox_");
        assertThat(rotated.path("old_expires_at").asText()).endsWith("Z");
        CommandLineRun which = gangway("partner", "credential", "rotate", "acme");
        assertThat(which.exitCode()).isEqualTo(1);
        assertThat(which.err()).startsWith("ACME has 2 active credentials: name the one you mean");
        String second = rotated.path("credential_id").asText();
        assertThat(gangway("partner", "credential", "rotate", "ACME", second, "--overlap", "0s")
                        .exitCode())
                .isZero();
        CommandLineRun inactive = gangway("partner", "credential", "rotate", second);
        assertThat(inactive.exitCode()).isEqualTo(1);
        assertThat(inactive.err()).contains("has expired or was revoked");
        assertThat(gangway("partner", "credential", "rotate", first, "--overlap", "soon")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aTokenIsRevokedByItsIdOrByItsPartner() throws IOException {
        enrol(ACME);
        String first = issue();
        JsonNode revoked =
                gangway("partner", "credential", "revoke", first, "-o", "json").json();
        assertThat(revoked.path("already_revoked").asBoolean()).isFalse();
        assertThat(gangway("partner", "credential", "revoke", "acme", first, "-o", "json")
                        .json()
                        .path("already_revoked")
                        .asBoolean())
                .isTrue();
        assertThat(gangway("partner", "credential", "revoke", "acme").err())
                .startsWith("ACME has no active credential");
        issue();
        assertThat(gangway("partner", "credential", "revoke", "acme").exitCode())
                .isZero();
        assertThat(gangway("partner", "credential", "list", "acme").out()).doesNotContain(" active ");
    }

    @Test
    void somebodyElsesCredentialIsNotFound() throws IOException {
        enrol(ACME);
        enrol("{slug: other, name: Other, exchanges: [KRAKEN]}");
        String acmes = issue();
        CommandLineRun other = gangway("partner", "credential", "revoke", "other", acmes);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).startsWith("OTHER has no credential " + acmes);
        assertThat(gangway("partner", "credential", "revoke", "cred_nonsense").err())
                .startsWith("There is no credential 'cred_nonsense'");
        assertThat(gangway("partner", "credential", "issue", "acme", "--type", "hmac")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void keysRotateUnderTheirMasterKeyAlone() {
        variables.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
        assertThat(gangway("keys", "rotate", "-o", "json").json().path("added").findValuesAsText("purpose"))
                .as("the first ones, of every purpose")
                .containsExactlyInAnyOrder("sealing", "links", "fingerprints", "forms");
        JsonNode second = gangway("keys", "rotate", "-o", "json").json();
        assertThat(second.path("added")).hasSize(3);
        assertThat(second.path("added").findValuesAsText("purpose"))
                .containsExactlyInAnyOrder("sealing", "links", "forms");
        assertThat(second.path("rewrapped").asInt()).isZero();
        String old = variables.getOrDefault("GANGWAY_MASTER_KEY", "");
        variables.put("GANGWAY_MASTER_KEY", MasterKey.generate().text().value());
        CommandLineRun lost = gangway("keys", "rotate");
        assertThat(lost.exitCode()).isEqualTo(1);
        assertThat(lost.err())
                .startsWith("The keys in the database do not open")
                .contains("is wrapped under the master key")
                .doesNotContain("gwmk_");
        variables.put("GANGWAY_MASTER_KEY_PREVIOUS", old);
        assertThat(gangway("keys", "rotate", "-o", "json")
                        .json()
                        .path("rewrapped")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aLedgerIsDerivedAnewForEveryExchangeOrForOne() {
        JsonNode all = gangway("ledger", "rederive", "-o", "json").json().path("exchanges");
        assertThat(all).extracting(one -> one.path("exchange").asText()).contains("KRAKEN", "SIXPENCE");
        assertThat(all).allSatisfy(one -> {
            assertThat(one.path("mapper_version").asInt()).isPositive();
            assertThat(one.path("derived").asInt()).isZero();
        });
        CommandLineRun one = gangway("ledger", "rederive", "--exchange", "sixpence");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out().lines()).singleElement().asString().startsWith("SIXPENCE: 0 transactions derived anew");
        for (String unknown : new String[] {"NOWHERE", "no where"}) {
            CommandLineRun refused = gangway("ledger", "rederive", "--exchange", unknown);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith("There is no exchange '" + unknown + "'");
        }
    }

    @Test
    void onlyWhatSealsOrSignsAsksForTheMasterKey() throws IOException {
        variables.put("GANGWAY_ENVIRONMENT", "production");
        assertThat(enrol(ACME).exitCode()).isZero();
        assertThat(gangway("partner", "list").exitCode()).isZero();
        assertThat(gangway("partner", "credential", "issue", "acme", "--type", "bearer")
                        .out())
                .contains("gw_production_");
        CommandLineRun rotate = gangway("keys", "rotate");
        assertThat(rotate.exitCode()).isEqualTo(1);
        assertThat(rotate.err()).startsWith("GANGWAY_MASTER_KEY is required in production");
        assertThat(folder.resolve("data/master.key")).doesNotExist();
    }

    private CommandLineRun enrol(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("partner.yaml"), yaml);
        return gangway("partner", "enrol", file.toString(), "--output", "json");
    }

    private String issue() {
        return gangway("partner", "credential", "issue", "acme", "--type", "bearer", "-o", "json")
                .json()
                .path("credential_id")
                .asText();
    }

    private CommandLineRun gangway(String... arguments) {
        return CommandLineRun.of(variables, arguments);
    }
}
