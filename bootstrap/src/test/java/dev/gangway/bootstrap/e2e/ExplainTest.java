package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.config.LogFormat;
import dev.gangway.bootstrap.config.LogSettings;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.e2e.WrongCalls.Held;
import dev.gangway.bootstrap.e2e.WrongCalls.Wrong;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever signs a call in a wrong way finds out why it is refused: outside production from the answer, in production by way of
 * the operator. Nobody finds out what would have been right.
 */
class ExplainTest {
    private static final String SCOPED = "scoped";

    private final Planted secrets = new Planted();
    private final Planted signatures = new Planted();

    /** Everything that was answered or printed. */
    private final List<String> said = new ArrayList<>();

    private final Map<String, JsonNode> answers = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void outsideProductionTheAnswerSaysWhatTheServerComputed(TestDatabase database) {
        List<Wrong> refused = refusedAndExplained(database, "sandbox");
        for (Wrong wrong : refused) {
            JsonNode explanation = answer(wrong).path("explanation");
            isExplained(wrong, explanation, "reason");
            assertThat(explanation.path("expected")).as(wrong.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inProductionTheAnswersDoNotDiffer(TestDatabase database) {
        List<Wrong> refused = refusedAndExplained(database, "production");
        Set<JsonNode> different = refused.stream()
                .map(wrong -> ((ObjectNode) answer(wrong).deepCopy()).without("request_id"))
                .map(JsonNode.class::cast)
                .collect(Collectors.toSet());
        assertThat(different)
                .as("signed requests have one answer, and tokens two")
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.has("explanation")).isFalse())
                .extracting(answer -> answer.path("code").asText())
                .containsExactlyInAnyOrder("UNAUTHORIZED", "INVALID_TOKEN", "TOKEN_EXPIRED");
    }

    /** Makes every wrong call, and finds each explained at the command line, and no secret anywhere. */
    private List<Wrong> refusedAndExplained(TestDatabase database, String environment) {
        String url = database.newUrl();
        int port = GangwayProcess.freePort();
        Map<String, String> variables = Town.variables(
                url,
                Scratch.folder(),
                Map.of(
                        "GANGWAY_ENVIRONMENT",
                        environment,
                        "GANGWAY_PORT",
                        Integer.toString(port),
                        "GANGWAY_BASE_URL",
                        "https://gangway.example"));
        Office office = new Office(variables);
        office.open();
        LogFormat format = database == TestDatabase.H2 ? LogFormat.JSON : LogFormat.TEXT;
        try (Eavesdropper log = new Eavesdropper(new LogSettings(format, "debug"));
                Node node = Node.start(
                        Town.configuration(url, Scratch.folder(), variables), Databases.Migration.ALWAYS, null);
                Store store = Store.of(database, url)) {
            assertThat(node.baseUrl()).hasHost("gangway.example");
            WrongCalls calls = wrongCalls(office, store, URI.create("http://localhost:" + port));
            calls.all().forEach(this::isRefused);
            Condition.await(
                    "what was computed is kept",
                    () -> store.number("select count(*) from explanations")
                            == calls.all().size());
            calls.all().forEach(wrong -> isToldTheOperator(variables, wrong));
            areInTheAuditLog(variables, calls.all());

            assertThat(secrets.in(store.dump(Set.of())))
                    .as("secrets in the database")
                    .isEmpty();
            assertThat(signatures.in(store.dump(Set.of("signature_marks"))))
                    .as("signatures in the database")
                    .isEmpty();
            for (Planted planted : List.of(secrets, signatures)) {
                assertThat(planted.in(log.meant())).as("what was logged").isEmpty();
                assertThat(planted.in(log.written())).as("what the log has").isEmpty();
                assertThat(planted.in(String.join("\n", said)))
                        .as("what was answered and printed")
                        .isEmpty();
            }
            return calls.all();
        }
    }

    private WrongCalls wrongCalls(Office office, Store store, URI server) {
        WrongCalls calls = new WrongCalls(server, secrets, signatures);
        Held key = issue(office, "signing-key");
        Held over = issue(office, "signing-key");
        Held client = issue(office, "client-secret");
        Held clientOver = issue(office, "client-secret");
        for (Held one : List.of(over, clientOver)) {
            store.change("update partner_credentials set expires_at = created_at where id = ?", one.id());
        }
        Held stranger = new Held("", secrets.plant("stranger", "aV3ryL0ngSecretThatNobodyHasIssuedToAnybody1"));
        calls.sign(key, issue(office, "signing-key", "--allow-ip", "192.0.2.0/24"), over, stranger);
        calls.token(client, issue(office, "client-secret", "--allow-ip", "192.0.2.0/24"), clientOver, stranger);
        assertThat(new Visitor().send(calls.first(key)).statusCode()).isEqualTo(200);
        isOutOfScope(calls, issue(office, "signing-key", "--scopes", "users:read"));
        return calls;
    }

    private Held issue(Office office, String type, String... limits) {
        List<String> arguments = new ArrayList<>(List.of("partner", "credential", "issue", "sixpence", "--type", type));
        arguments.addAll(List.of(limits));
        Held held = Held.of(office.run(arguments.toArray(String[]::new)));
        secrets.plant("secret of " + held.id(), held.secret());
        return held;
    }

    /** Who is known and may not is told what is missing, everywhere. */
    private void isOutOfScope(WrongCalls calls, Held reader) {
        HttpResponse<String> answer =
                new Visitor().send(calls.right(SCOPED, reader, "POST", WrongCalls.REGISTER, "{}"));
        said.add(answer.headers().map() + answer.body());
        assertThat(answer.statusCode()).isEqualTo(403);
        JsonNode problem = json(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(problem.path("detail").asText()).contains("users:write");
        assertThat(problem.has("explanation")).isFalse();
    }

    private JsonNode answer(Wrong wrong) {
        return Objects.requireNonNull(answers.get(wrong.name()), wrong.name());
    }

    private void isRefused(Wrong wrong) {
        HttpResponse<String> answer = new Visitor().send(wrong.request());
        said.add(answer.headers().map() + answer.body());
        answers.put(wrong.name(), json(answer.body()));
        assertThat(answer.statusCode()).as(wrong.name()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .as(wrong.name())
                .hasValueSatisfying(challenge ->
                        assertThat(challenge).startsWith(wrong.canonical() == null ? "Bearer" : "SignedRequest"));
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue(wrong.name());
    }

    /** What is to be found of a call, in an answer or at the command line. */
    private static void isExplained(Wrong wrong, JsonNode explained, String reason) {
        assertThat(explained.path("scheme").asText())
                .as(wrong.name())
                .isEqualTo(wrong.canonical() == null ? "ClientToken" : "SignedRequest");
        assertThat(explained.path(reason).asText()).as(wrong.name()).isEqualTo(wrong.reason());
        assertThat(explained.path("clock_difference_seconds").asLong())
                .as(wrong.name())
                .isBetween(wrong.ahead() - 20, wrong.ahead());
        String canonical = wrong.canonical();
        if (canonical == null) {
            assertThat(explained.hasNonNull("canonical")).isFalse();
            return;
        }
        assertThat(explained.path("canonical").asText()).as(wrong.name()).isEqualTo(canonical);
        assertThat(explained.path("body_sha256").asText())
                .as(wrong.name())
                .isEqualTo(canonical.substring(canonical.lastIndexOf('\n') + 1));
        JsonNode comparison = explained.path("comparison");
        assertThat(comparison.path("result").asText())
                .as(wrong.name())
                .isEqualTo(wrong.differs() == null ? "equal" : "different");
        if (wrong.differs() != null) {
            assertThat(comparison.path("name").asText()).as(wrong.name()).isEqualTo(wrong.differs());
            assertThat(comparison.path("computed").asText())
                    .as(wrong.name())
                    .isNotEqualTo(comparison.path("sent").asText());
        }
    }

    private void isToldTheOperator(Map<String, String> variables, Wrong wrong) {
        JsonNode refusals = run(variables, "explain", wrong.name(), "--output", "json")
                .json()
                .path("refusals");
        assertThat(refusals).as(wrong.name()).hasSize(1);
        JsonNode refusal = refusals.path(0);
        isExplained(wrong, refusal, "explanation");
        assertThat(refusal.path("reason").asText()).isEqualTo(wrong.reason());
        assertThat(refusal.path("credential_id").asText()).isEqualTo(wrong.credential());
        assertThat(refusal.path("route").asText())
                .endsWith(wrong.name().equals("altered-body") ? "register" : "whoami");
        assertThat(Instant.parse(refusal.path("at").asText())).isBeforeOrEqualTo(Instant.now());

        String shown = run(variables, "explain", wrong.name()).out();
        assertThat(shown)
                .contains(
                        wrong.reason(),
                        wrong.credential(),
                        wrong.canonical() == null ? "ClientToken" : "SignedRequest");
        String canonical = wrong.canonical();
        if (canonical != null) {
            assertThat(shown)
                    .contains("canonical:  \"" + canonical.replace("\n", "\\n") + '"')
                    .contains(
                            wrong.differs() == null ? "the caller signed the same text" : "(" + wrong.differs() + ")");
        }
    }

    private void areInTheAuditLog(Map<String, String> variables, List<Wrong> refused) {
        JsonNode entries = run(
                        variables,
                        "audit",
                        "--since",
                        "1h",
                        "--partner",
                        "sixpence",
                        "--action",
                        "authentication_refused",
                        "--output",
                        "json")
                .json()
                .path("entries");
        List<Wrong> known = refused.stream()
                .filter(wrong -> !wrong.credential().equals("cred_01J0000000000000000000000Z"))
                .toList();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("partner_source").asText()).isEqualTo("SIXPENCE");
            assertThat(entry.path("address").asText()).matches("127\\.0\\.0\\.1|::1");
        });
        assertThat(entries.findValuesAsText("request_id"))
                .doesNotContain(SCOPED)
                .isSubsetOf(known.stream().map(Wrong::name).toList());
        assertThat(new TreeSet<>(entries.findValuesAsText("reason")))
                .isEqualTo(known.stream().map(Wrong::reason).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(entries.valueStream()
                        .mapToLong(entry -> entry.path("count").asLong())
                        .sum())
                .isEqualTo(known.size());
        String shown = run(variables, "audit", "--since", "1h").out();
        refused.forEach(wrong -> assertThat(shown).contains(wrong.reason()));
        assertThat(run(variables, "explain", SCOPED).exitCode()).isEqualTo(1);
    }

    private CommandLineRun run(Map<String, String> variables, String... arguments) {
        CommandLineRun run = CommandLineRun.of(variables, arguments);
        said.add(run.out() + run.err());
        return run;
    }

    private static JsonNode json(String body) {
        try {
            return Till.JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(body, malformed);
        }
    }
}
