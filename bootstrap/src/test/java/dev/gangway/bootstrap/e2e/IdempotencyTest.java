package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.testkit.Condition;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
                assertThat(repeated.userId()).isEqualTo(one.answer().userId());
                assertThat(repeated.sourceId()).isEqualTo(one.answer().sourceId());
            }
            // whoever got no answer repeats, too, and nobody finds a key that is stuck
            for (Call call : sent) {
                assertThat(till.send(call.body(), call.key()).status()).isEqualTo(201);
            }
            assertThat(store.number("select count(*) from users")).isEqualTo(sent.size());
            assertThat(store.number("select count(*) from sources")).isEqualTo(sent.size());
            assertThat(store.number("select count(*) from answered_calls")).isEqualTo(sent.size());
            Till.Answer live = till.send(
                    acknowledged.getFirst().call().body(),
                    acknowledged.getFirst().call().key());
            String link = live.link().toString();
            assertThat(new Visitor()
                            .navigate(again.baseUrl().resolve(link.substring(link.indexOf("/r/"))))
                            .statusCode())
                    .as("the link of a repetition after the restart")
                    .isEqualTo(303);
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
        String token = new Office(variables).open();
        try (ServerProcess a = ServerProcess.start(variables);
                ServerProcess b = ServerProcess.start(variables);
                Store store = Store.of(TestDatabase.POSTGRESQL, url)) {
            List<Till> tills = List.of(Office.till(a.baseUrl(), token), Office.till(b.baseUrl(), token));
            for (int round = 0; round < 5; round++) {
                String key = "round-" + round;
                String body = tills.get(0).handover(key + "@example.com", KEY).toString();
                List<Till.Answer> answers = Race.among(16, i -> tills.get(i % 2).send(body, key));

                assertThat(answers).extracting(Till.Answer::status).isSubsetOf(201, 409);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 409)
                        .allSatisfy(answer ->
                                assertThat(answer.body().path("code").asText()).isEqualTo("REQUEST_IN_PROGRESS"));
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 201 && !isReplay(answer))
                        .hasSize(1);
                for (Till till : tills) {
                    assertThat(isReplay(till.send(body, key))).isTrue();
                    assertThat(till.send(body + " ", key).status()).isEqualTo(422);
                }
                assertThat(store.number("select count(*) from users")).isEqualTo(round + 1);
            }
        }
    }
}
