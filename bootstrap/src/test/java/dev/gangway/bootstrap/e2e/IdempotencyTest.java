package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.testkit.Condition;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has an {@code Idempotency-Key} is done once: through crashes, restarts, and on two servers at once. */
class IdempotencyTest {
    private static final int CALLERS = 6;
    private static final int ENOUGH = 60;

    private static final ApiKey KEY = ApiKey.readOnly(new Random(7));

    private record Call(String body, String key) {}

    private record Acknowledged(Call call, Till.Answer answer) {}

    private static boolean isReplay(Till.Answer answer) {
        return answer.response()
                .headers()
                .firstValue("Idempotency-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    /** An answer without the link, which is another each time. */
    private static JsonNode withoutLink(Till.Answer answer) {
        ObjectNode body = answer.body().deepCopy();
        body.remove(List.of("redirect_url", "redirect_expires_at"));
        return body;
    }

    /** Somebody follows the link at a node, and is signed in. */
    private static void assertLive(Till.Answer answer, URI node) {
        String link = answer.link().toString();
        assertThat(new Visitor()
                        .navigate(node.resolve(link.substring(link.indexOf("/r/"))))
                        .statusCode())
                .as("the link of " + answer.body())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource
    void aKillLeavesNoAnswerWithoutItsWorkAndNoWorkWithoutItsAnswer(TestDatabase database) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        Map<String, String> variables = Town.variables(url, folder, Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        String token = new Office(variables).open();
        ConcurrentLinkedQueue<Call> sent = new ConcurrentLinkedQueue<>();
        List<Acknowledged> acknowledged;
        try (ServerProcess server = ServerProcess.start(variables)) {
            acknowledged = registerUntilKilled(server, Office.till(server.baseUrl(), token), sent);
        }

        try (ServerProcess again = ServerProcess.start(variables);
                Store store = Store.of(database, url)) {
            assertThat(store.column("select link_for from answered_calls"))
                    .as("whose answers are remembered")
                    .containsExactlyInAnyOrderElementsOf(store.column("select id from users"));

            Till till = Office.till(again.baseUrl(), token);
            for (Acknowledged one : acknowledged) {
                Till.Answer repeated = till.send(one.call().body(), one.call().key());
                assertThat(repeated.status()).isEqualTo(201);
                assertThat(isReplay(repeated)).isTrue();
                assertThat(withoutLink(repeated)).isEqualTo(withoutLink(one.answer()));
                assertThat(repeated.link()).isNotEqualTo(one.answer().link());
            }
            // whoever got no answer repeats, too, and nobody finds a key that is stuck
            for (Call call : sent) {
                assertThat(till.send(call.body(), call.key()).status()).isEqualTo(201);
            }
            assertThat(store.number("select count(*) from users")).isEqualTo(sent.size());
            assertThat(store.number("select count(*) from sources")).isEqualTo(sent.size());
            assertThat(store.number("select count(*) from answered_calls")).isEqualTo(sent.size());
            Call first = acknowledged.getFirst().call();
            assertLive(till.send(first.body(), first.key()), again.baseUrl());
            assertLive(acknowledged.getFirst().answer(), again.baseUrl());
            assertThat(store.rows("select * from answered_calls"))
                    .as("what is stored of it")
                    .allSatisfy(row -> assertThat(String.join(" ", row))
                            .doesNotContain("redirect_url", "/r/", "@", "key-crash", KEY.key(), KEY.secret(), token));
        }
    }

    private static List<Acknowledged> registerUntilKilled(
            ServerProcess server, Till till, ConcurrentLinkedQueue<Call> sent) {
        ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "crash." + caller + ".";
                callers.execute(() -> registerOn(till, name, sent, acknowledged));
            }
            Condition.await("enough users are registered", () -> acknowledged.size() >= ENOUGH);
            server.kill();
        }
        return List.copyOf(acknowledged);
    }

    private static void registerOn(
            Till till,
            String name,
            ConcurrentLinkedQueue<Call> sent,
            ConcurrentLinkedQueue<Acknowledged> acknowledged) {
        for (int i = 0; ; i++) {
            Call call = new Call(till.handover(name + i + "@example.com", KEY).toString(), "key-" + name + i);
            sent.add(call);
            try {
                acknowledged.add(new Acknowledged(call, till.send(call.body(), call.key())));
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    @Test
    void onTwoServersOneDoesItAndBothRepeatItsAnswer() {
        String url = TestDatabase.POSTGRESQL.newUrl();
        Map<String, String> variables = Town.variables(url, Scratch.folder(), Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        Office office = new Office(variables);
        String token = office.open();
        Held signing = Held.of(office.issue("signing-key", "--rate", "unlimited"));
        List<Acknowledged> done = new ArrayList<>();
        try (Nodes nodes = Nodes.start(TestDatabase.POSTGRESQL, variables);
                Store store = Store.of(TestDatabase.POSTGRESQL, url)) {
            List<Till> tills =
                    nodes.all().stream().map(node -> Office.till(node, token)).toList();
            for (int round = 0; round < 5; round++) {
                String key = "round-" + round;
                String body = tills.get(0).handover(key + "@example.com", KEY).toString();
                List<Till.Answer> answers = Race.among(16, i -> tills.get(i % 2).send(body, key));

                assertThat(answers).extracting(Till.Answer::status).isSubsetOf(201, 409);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 409)
                        .allSatisfy(answer ->
                                assertThat(answer.body().path("code").asText()).isEqualTo("REQUEST_IN_PROGRESS"));
                List<Till.Answer> first = answers.stream()
                        .filter(answer -> answer.status() == 201 && !isReplay(answer))
                        .toList();
                assertThat(first).hasSize(1);
                done.add(new Acknowledged(new Call(body, key), first.getFirst()));
                assertThat(answers)
                        .filteredOn(IdempotencyTest::isReplay)
                        .allSatisfy(answer -> assertThat(withoutLink(answer)).isEqualTo(withoutLink(first.getFirst())));
                for (Till till : tills) {
                    assertThat(isReplay(till.send(body, key))).isTrue();
                    assertThat(till.send(body + " ", key).status()).isEqualTo(422);
                }
                assertThat(store.number("select count(*) from users")).isEqualTo(round + 1);
            }
            nodes.kill();
        }
        try (Nodes again = Nodes.start(TestDatabase.POSTGRESQL, variables);
                Store store = Store.of(TestDatabase.POSTGRESQL, url)) {
            for (int i = 0; i < done.size(); i++) {
                Acknowledged one = done.get(i);
                Till.Answer repeated = Office.till(again.at(i), token)
                        .send(one.call().body(), one.call().key());
                assertThat(repeated.status()).isEqualTo(201);
                assertThat(isReplay(repeated)).isTrue();
                assertThat(withoutLink(repeated)).isEqualTo(withoutLink(one.answer()));
                assertLive(repeated, again.at(i + 1));
                assertRepeatedAlthoughItIsSignedAnew(one, signing, again);
            }
            assertThat(store.number("select count(*) from users")).isEqualTo(done.size());
        }
    }

    /** A key is the partner's, whichever of its credentials proves the call. */
    private static void assertRepeatedAlthoughItIsSignedAnew(Acknowledged one, Held signing, Nodes nodes) {
        for (URI node : nodes.all()) {
            Map<String, String> headers = new TreeMap<>(PartnerApi.register(
                    signing.proof(), Instant.now(), one.call().body()));
            headers.put("Idempotency-Key", one.call().key());
            Till.Answer repeated =
                    Till.Answer.of(PartnerApi.register(node, one.call().body(), headers));
            assertThat(isReplay(repeated)).isTrue();
            assertThat(withoutLink(repeated)).isEqualTo(withoutLink(one.answer()));
        }
    }
}
