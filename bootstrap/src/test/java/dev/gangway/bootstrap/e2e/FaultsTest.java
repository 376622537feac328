package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.Condition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong with an exchange, a worker or the database in the middle of an import, once for each: the import recovers or
 * ends in a state with a name, and no transaction is lost or doubled.
 */
class FaultsTest {
    private static final long TWO_GIGABYTES = 2_000_000_000L;
    private static final long BOUND = 64L * 1024 * 1024;

    private final ApiKey key = ApiKey.readOnly(new Random(5));
    private final Account account = new Account("SIX-ACC-5", List.of(key), SeededHistory.of(5, 700));
    private final SixpenceExchange exchange = SixpenceExchange.start(0, List.of(account));
    private final Gate gate = Gate.before(exchange.baseUrl());

    @AfterEach
    void close() {
        gate.close();
        exchange.close();
    }

    @Test
    void exchangeDown() {
        gate.mischief((page, call) -> {
            if (page > 2) {
                call.pass();
            }
        });
        assertComplete(imported());
    }

    @Test
    void exchangeDownForGood() {
        gate.mischief((page, call) -> {
            if (page == 1) {
                call.pass();
            }
        });
        Ending ended = imported(TestDatabase.H2, Map.of("GANGWAY_IMPORT_ATTEMPTS", "2"), "failed");

        assertThat(ended.ids()).doesNotHaveDuplicates().hasSize(200).isSubsetOf(ids());
    }

    @Test
    void exchangeSlow() {
        gate.mischief((page, call) -> drip(call, call.honest()));
        assertComplete(imported());
    }

    @Test
    void exchangeAnsweringHtml() {
        gate.mischief((page, call) -> {
            if (page == 2) {
                call.answer(200, "<html><body><h1>Maintenance</h1></body></html>");
            } else {
                call.pass();
            }
        });
        assertComplete(imported());
    }

    @Test
    void truncatedJson() {
        gate.mischief((page, call) -> {
            String body = call.honest();
            call.answer(200, page == 2 ? body.substring(0, body.length() / 2) : body);
        });
        assertComplete(imported());
    }

    @Test
    void aPageTwice() {
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        gate.mischief((page, call) -> {
            String body = call.honest();
            first.add(body);
            call.answer(200, page == 2 ? first.getFirst() : body);
        });
        assertComplete(imported());
    }

    @Test
    void aPageOutOfOrder() {
        gate.mischief((page, call) -> {
            ObjectNode body = call.page();
            List<JsonNode> records = new ArrayList<>();
            Gate.records(body).forEach(records::add);
            Collections.shuffle(records, new Random(page));
            ArrayNode shuffled = Gate.JSON.createArrayNode();
            shuffled.addAll(records);
            call.answer(200, body.set("transactions", shuffled).toString());
        });
        assertComplete(imported());
    }

    @Test
    void aRecordWithAnAmountOf1e400() {
        gate.mischief((page, call) -> {
            ObjectNode body = call.page();
            ObjectNode record = (ObjectNode) Gate.records(body).path(7);
            record.put(record.has("amount") ? "amount" : "base_amount", "1e400");
            call.answer(200, body.toString());
        });
        Ending ended = imported();

        assertComplete(ended);
        assertThat(ended.unclassified()).isEqualTo(4);
    }

    @Test
    void aRedirectToAnotherHostIsNeverFollowed() {
        try (Gate elsewhere = Gate.before(exchange.baseUrl())) {
            AtomicInteger visits = new AtomicInteger();
            elsewhere.mischief((page, call) -> {
                visits.incrementAndGet();
                call.pass();
            });
            gate.mischief((page, call) -> {
                if (page == 2) {
                    String target = call.raw().getRequestURI().toString();
                    call.raw().getResponseHeaders().set("Location", elsewhere.baseUrl() + target);
                    call.answer(302, "");
                } else {
                    call.pass();
                }
            });

            assertComplete(imported());
            assertThat(visits).hasValue(0);
        }
    }

    @Test
    void anAnswerOfTwoGigabytesIsReadToItsBoundOnly() {
        AtomicLong sent = new AtomicLong();
        gate.mischief((page, call) -> {
            if (page == 2) {
                flood(call, sent);
            } else {
                call.pass();
            }
        });

        assertComplete(imported());
        assertThat(sent.get()).isPositive().isLessThan(BOUND);
    }

    @Test
    void killedBetweenPages() {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        gate.mischief((page, call) -> {
            if (page == 3) {
                reached.countDown();
                await(release);
            }
            call.pass();
        });
        String url = TestDatabase.POSTGRESQL.newUrl();
        Map<String, String> variables = variables(url, Scratch.folder(), Map.of());
        String token = new Office(variables).open();
        try (Store store = Store.of(TestDatabase.POSTGRESQL, url)) {
            try (ServerProcess server = ServerProcess.start(variables)) {
                Office.till(server.baseUrl(), token).register("faults@example.com", key);
                await(reached);
                // the third page is asked for while the second is being stored
                Condition.await(
                        "two pages are stored", () -> store.number("select count(*) from ledger_transactions") == 400);
                server.kill();
            }
            release.countDown();
            try (ServerProcess again = ServerProcess.start(variables)) {
                assertThat(again.baseUrl()).isNotNull();
                awaitStatus(store, "populated");
            }
            assertComplete(Ending.of(store));
        }
    }

    @Test
    void databaseGoneInTheMiddleOfABatch() {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        gate.mischief((page, call) -> {
            if (page == 2) {
                reached.countDown();
                await(release);
            }
            call.pass();
        });
        on(TestDatabase.POSTGRESQL, Map.of(), (till, store, url) -> {
            till.register("faults@example.com", key);
            await(reached);
            try (Store barrier = Store.of(TestDatabase.POSTGRESQL, url)) {
                barrier.holding("lock table ledger_transactions in share mode", () -> {
                    release.countDown();
                    Condition.await(
                            "a batch is being written",
                            () -> store.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and datname = current_database()")
                                    == 1);
                    assertThat(store.column("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where wait_event_type = 'Lock' and datname = current_database()"))
                            .containsExactly("t");
                });
            }
            awaitStatus(store, "populated");
            assertComplete(Ending.of(store));
        });
    }

    /** What an import came to. */
    private record Ending(List<String> ids, long counted, long unclassified) {
        static Ending of(Store store) {
            return new Ending(
                    store.column("select external_id from ledger_transactions order by 1"),
                    store.number("select max(transaction_count) from sources"),
                    store.number("select count(*) from ledger_transactions where kind = 'unclassified'"));
        }
    }

    @FunctionalInterface
    private interface Play {
        void with(Till till, Store store, String url);
    }

    private Ending imported() {
        return imported(TestDatabase.H2, Map.of(), "populated");
    }

    private Ending imported(TestDatabase database, Map<String, String> more, String status) {
        List<Ending> ended = new ArrayList<>();
        on(database, more, (till, store, url) -> {
            till.register("faults@example.com", key);
            awaitStatus(store, status);
            ended.add(Ending.of(store));
        });
        return ended.getFirst();
    }

    private void on(TestDatabase database, Map<String, String> more, Play play) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        Map<String, String> variables = variables(url, folder, more);
        String token = new Office(variables).open();
        try (Node node = Node.start(Town.configuration(url, folder, variables), Databases.Migration.IF_EMBEDDED, null);
                Store store = Store.of(database, url)) {
            play.with(Office.till(node.baseUrl(), token), store, url);
        }
    }

    private Map<String, String> variables(String url, Path folder, Map<String, String> more) {
        Map<String, String> variables = Town.variables(
                url,
                folder,
                Map.of("GANGWAY_EXCHANGE_SIXPENCE_URL", gate.baseUrl().toString(), "GANGWAY_IMPORT_RETRY_BASE", "1s"));
        variables.putAll(more);
        return variables;
    }

    private static void awaitStatus(Store store, String status) {
        Condition.await(
                "the source is " + status,
                () -> store.column("select status from sources").equals(List.of(status)));
    }

    private List<String> ids() {
        return account.transactions().stream().map(Transaction::id).sorted().toList();
    }

    private void assertComplete(Ending ended) {
        assertThat(ended.ids()).isEqualTo(ids());
        assertThat(ended.counted()).isEqualTo(ids().size());
    }

    private static void drip(Gate.Call call, String body) throws IOException {
        int half = body.length() / 2;
        call.raw().sendResponseHeaders(200, 0);
        try (OutputStream out = call.raw().getResponseBody()) {
            out.write(body.substring(0, half).getBytes(StandardCharsets.UTF_8));
            out.flush();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            out.write(body.substring(half).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void flood(Gate.Call call, AtomicLong sent) throws IOException {
        call.raw().sendResponseHeaders(200, TWO_GIGABYTES);
        byte[] chunk = new byte[64 * 1024];
        OutputStream out = call.raw().getResponseBody();
        while (sent.get() < TWO_GIGABYTES) {
            out.write(chunk);
            sent.addAndGet(chunk.length);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
