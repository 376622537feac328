package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.application.audit.Comparison;
import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.audit.RefusedCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway audit} and {@code gangway explain} on one database; each database runs the same tests. */
abstract class AuditCommandsContract {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> variables = new HashMap<>();
    private String credential = "";

    /** The JDBC URL of a new, empty database. */
    abstract String newDatabase();

    @BeforeEach
    void aPartnerWithACredential() throws IOException {
        variables.put("GANGWAY_DATABASE_URL", newDatabase());
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.put("GANGWAY_DATA_DIR", folder.resolve("data").toString());
        assertThat(gangway("migrate").exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("acme.yaml"), "{slug: acme, name: Acme, exchanges: [KRAKEN]}");
        assertThat(gangway("partner", "enrol", file.toString()).exitCode()).isZero();
        credential = gangway("partner", "credential", "issue", "acme", "--type", "bearer", "-o", "json")
                .json()
                .path("credential_id")
                .asText();
    }

    private void refuse(String requestId, Instant at, long times) {
        RefusedCall call = new RefusedCall(
                "expired or revoked bearer token", "Bearer", credential, "POST /x", requestId, "192.0.2.1", at);
        ExplainedRefusal explained = new ExplainedRefusal(
                call,
                new Explanation("SignedRequest", "a sentence", "1\nPOST\n/x", "ab", -31L, List.of("a form")),
                new Comparison(Comparison.Result.DIFFERENT, 3, 2, "method", "POST", "post"));
        record(List.of(new CountedRefusal(call, times)), explained);
    }

    private void record(List<CountedRefusal> counted, ExplainedRefusal explained) {
        try (Database database =
                Database.open(DatabaseSettings.of(variables.getOrDefault("GANGWAY_DATABASE_URL", "")))) {
            database.adapters().auditTrail().record(counted, List.of(explained));
        }
    }

    @Test
    void whatTheCommandLineDidIsThereTheNewestLast() {
        JsonNode audit = gangway("audit", "--since", "1h", "--output", "json").json();
        assertThat(audit.path("more").asBoolean()).isFalse();
        assertThat(audit.path("entries"))
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("partner_enrolled", "credential_issued");
        JsonNode issued = audit.path("entries").path(1);
        assertThat(issued.path("partner_source").asText()).isEqualTo("ACME");
        assertThat(issued.path("subject").asText()).isEqualTo(credential);
        assertThat(issued.path("scheme").asText()).isEqualTo("CommandLine");
        assertThat(issued.path("actor").asText()).isNotEmpty();
        assertThat(issued.path("address").asText()).isEqualTo("local");
        assertThat(issued.path("count").asInt()).isEqualTo(1);
        assertThat(gangway("audit").out()).contains("credential_issued").contains(credential);
    }

    @Test
    void refusedCallsAreThereWithTheirPartnerAndHowMany() {
        refuse("r-1", now, 7);
        JsonNode entries = gangway("audit", "--partner", "acme", "--action", "authentication_refused", "-o", "json")
                .json()
                .path("entries");
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.path("count").asInt()).isEqualTo(7);
            assertThat(entry.path("credential_id").asText()).isEqualTo(credential);
            assertThat(entry.path("reason").asText()).isEqualTo("expired or revoked bearer token");
            assertThat(entry.path("request_id").asText()).isEqualTo("r-1");
        });
    }

    @Test
    void itIsNarrowedByTimeAndNumber() {
        refuse("old", now.minusSeconds(7_200), 1);
        assertThat(gangway("audit", "--until", now.minusSeconds(3_600).toString(), "-o", "json")
                        .json()
                        .path("entries"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.path("request_id").asText()).isEqualTo("old"));
        JsonNode one =
                gangway("audit", "--since", "1h", "--limit", "1", "-o", "json").json();
        assertThat(one.path("more").asBoolean()).isTrue();
        assertThat(one.path("entries").findValuesAsText("action")).containsExactly("credential_issued");
        assertThat(gangway("audit", "--since", "2000-01-01T00:00:00+01:00", "--until", "2000-01-02T00:00:00Z")
                        .out())
                .startsWith("Nothing of that kind");
    }

    @Test
    void whatItDoesNotUnderstandItSays() {
        for (List<String> wrong : List.of(
                List.of("--since", "yesterday"),
                List.of("--limit", "0"),
                List.of("--limit", "many"),
                List.of("--action", "nothing"))) {
            assertThat(gangway("audit", wrong.get(0), wrong.get(1)).exitCode())
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
        CommandLineRun backwards = gangway("audit", "--since", "1m", "--until", "10m");
        assertThat(backwards.exitCode()).isEqualTo(1);
        assertThat(backwards.err()).startsWith("--since must be before --until");
        CommandLineRun nobody = gangway("audit", "--partner", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).startsWith("There is no partner 'nobody'");
    }

    @Test
    void everyRefusedCallWithTheIdIsExplainedTheNewestFirst() {
        refuse("r-1", now.minusSeconds(120), 1);
        refuse("r-1", now, 1);
        JsonNode refusals = gangway("explain", "r-1", "--output", "json").json().path("refusals");
        assertThat(refusals).hasSize(2);
        JsonNode newest = refusals.path(0);
        assertThat(newest.path("at").asText()).isEqualTo(now.toString());
        assertThat(newest.path("canonical").asText()).isEqualTo("1\nPOST\n/x");
        assertThat(newest.path("clock_difference_seconds").asLong()).isEqualTo(-31);
        assertThat(newest.at("/comparison/name").asText()).isEqualTo("method");
        assertThat(gangway("explain", "r-1").out())
                .contains("31 s behind ours")
                .contains("differs from character 3, line 2 (method)");
        CommandLineRun unknown = gangway("explain", "r-2");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("No explanation of a call with the request id 'r-2' is kept");
    }

    /** Whatever got into the database: by another version, or by hand. */
    @Test
    void nothingThatIsShownMovesTheCursorOrForgesALine() {
        String hostile = "\u001b[2J\u009b31m\r\n2026-11-26T07:00:00Z  credential_revoked\u202e\u2028\u0007";
        RefusedCall call = new RefusedCall(
                "reason" + hostile, "Scheme" + hostile, null, "GET /x" + hostile, "r-1", "192.0.2.1" + hostile, now);
        ExplainedRefusal explained = new ExplainedRefusal(
                call,
                new Explanation(
                        "Scheme",
                        "sentence" + hostile,
                        "1\nGET" + hostile,
                        "ab" + hostile,
                        1L,
                        List.of("form" + hostile)),
                new Comparison(Comparison.Result.DIFFERENT, 3, 2, "method" + hostile, "GET" + hostile, hostile));
        record(List.of(new CountedRefusal(call, 1)), explained);

        for (String[] command : new String[][] {{"audit"}, {"explain", "r-1"}}) {
            String shown = gangway(command).out();
            assertThat(shown).contains("GET /x?[2J?31m");
            assertThat(shown.lines().filter(line -> line.startsWith("2026-11-26T07:00:00Z")))
                    .as("a forged line")
                    .isEmpty();
            assertThat(shown.replace("\n", "").codePoints())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        }
        assertThat(gangway("audit", "-o", "json").out().strip().lines()).hasSize(1);
        assertThat(gangway("explain", "r-1", "-o", "json").out().strip().lines())
                .hasSize(1);
    }

    private CommandLineRun gangway(String... arguments) {
        return CommandLineRun.of(variables, arguments);
    }
}
