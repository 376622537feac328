package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.testkit.Condition;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed in the middle of registrations has kept what it acknowledged, and nothing by halves. */
class CrashTest {
    private static final int CALLERS = 6;
    private static final int ENOUGH = 150;

    private static final ApiKey KEY = ApiKey.readOnly(new Random(7));

    /** What one registration writes a row of, by the user whose it is. */
    private static final Map<String, String> PARTS = Map.of(
            "attributions", "select user_id from attributions",
            "connections", "select user_id from connections",
            "sources", "select user_id from sources",
            "senders", "select s.user_id from source_senders x join sources s on s.id = x.source_id",
            "imports", "select s.user_id from scheduled_tasks t join sources s on s.credentials_id = t.task_instance",
            "discounts", "select user_id from discount_redemptions",
            "links", "select user_id from redirect_tokens",
            "audit", "select subject from audit_log where action = 'user_registered'");

    private record Acknowledged(String email, Till.Answer answer) {}

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedIsThereAndNothingIsThereByHalves(TestDatabase database) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        Map<String, String> variables = Town.variables(url, folder, Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        String token = new Office(variables).open();
        List<Acknowledged> acknowledged;
        try (ServerProcess server = ServerProcess.start(variables)) {
            acknowledged = registerUntilKilled(server, Office.till(server.baseUrl(), token));
        }

        try (ServerProcess again = ServerProcess.start(variables);
                Store store = Store.of(database, url)) {
            Set<String> users = Set.copyOf(store.column("select id from users"));
            assertThat(missing(
                            acknowledged.stream()
                                    .map(one -> one.answer().userId())
                                    .toList(),
                            users))
                    .as("users who were acknowledged")
                    .isEmpty();
            PARTS.forEach((part, sql) -> {
                List<String> rows = store.column(sql);
                assertThat(rows).as("rows of " + part).hasSize(users.size());
                assertThat(missing(rows, users)).as(part + " without a user").isEmpty();
                assertThat(missing(users, Set.copyOf(rows)))
                        .as("users without " + part)
                        .isEmpty();
            });

            Till till = Office.till(again.baseUrl(), token);
            Acknowledged first = acknowledged.getFirst();
            String oldBase = first.answer().link().toString();
            Visitor visitor = new Visitor();
            assertThat(visitor.navigate(again.baseUrl().resolve(oldBase.substring(oldBase.indexOf("/r/"))))
                            .statusCode())
                    .as("a link from before")
                    .isEqualTo(303);
            Acknowledged last = acknowledged.getLast();
            Till.Answer repeated = till.register(last.email(), KEY);
            assertThat(repeated.status()).isEqualTo(200);
            assertThat(repeated.userId()).isEqualTo(last.answer().userId());
            assertThat(repeated.body().path("sources").path(0).path("status").asText())
                    .isEqualTo("skipped_duplicate");
        }
    }

    private static List<String> missing(Collection<String> wanted, Set<String> there) {
        return wanted.stream().filter(one -> !there.contains(one)).toList();
    }

    private static List<Acknowledged> registerUntilKilled(ServerProcess server, Till till) {
        ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "crash." + caller + ".";
                callers.execute(() -> registerOn(till, name, acknowledged));
            }
            Condition.await("enough users are registered", () -> acknowledged.size() >= ENOUGH);
            server.kill();
        }
        assertThat(acknowledged)
                .allSatisfy(one -> assertThat(one.answer().status()).isEqualTo(201));
        return List.copyOf(acknowledged);
    }

    private static void registerOn(Till till, String name, ConcurrentLinkedQueue<Acknowledged> acknowledged) {
        for (int i = 0; ; i++) {
            String email = name + i + "@example.com";
            try {
                acknowledged.add(new Acknowledged(email, till.register(email, KEY)));
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }
}
