package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.api.ApiCall;
import dev.gangway.bootstrap.demo.sixpence.api.Fault;
import dev.gangway.bootstrap.testkit.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Workers that stop in the middle of an import: one is killed with -9, one is only paused, while it writes, and wakes
 * up when its import is another's. Both imports end with exactly the transactions that the exchange has.
 */
class TakeoverTest {
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;

    /** An account of which one page, in the middle, is not answered until the test says so. */
    private static final class Held {
        private static final int PAGE = 3;

        final ApiKey key;
        final Account account;
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        private final AtomicInteger pages = new AtomicInteger();

        Held(int seed, int transactions) {
            key = ApiKey.readOnly(new Random(seed));
            account = new Account("SIX-ACC-" + seed, List.of(key), SeededHistory.of(seed, transactions));
        }

        Fault at(ApiCall call) {
            boolean mine = call.forTransactions()
                    && call.apiKey().filter(key.key()::equals).isPresent();
            return mine && pages.incrementAndGet() == PAGE ? new Fault.Pause(reached, release) : Fault.none();
        }

        void awaitReached() {
            try {
                assertThat(reached.await(30, TimeUnit.SECONDS))
                        .as("the import has come to the middle")
                        .isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    private final Held killed = new Held(1, 700);
    private final Held paused = new Held(2, 600);
    private final Held free = new Held(3, 50);
    private final SixpenceExchange exchange =
            SixpenceExchange.start(0, List.of(killed.account, paused.account, free.account));
    private final String url = DATABASE.newUrl();
    private final Map<String, String> variables = Town.variables(
            url,
            Scratch.folder(),
            Map.of(
                    "GANGWAY_IMPORT_WORKERS",
                    "1",
                    "GANGWAY_EXCHANGE_SIXPENCE_URL",
                    exchange.baseUrl().toString()));

    @Test
    void anImportIsTakenOverWhenItsWorkerStopsAndNoRowIsDoubled() {
        exchange.faults(
                call -> call.apiKey().filter(killed.key.key()::equals).isPresent() ? killed.at(call) : paused.at(call));
        String token = new Office(variables).open();
        try (exchange;
                ServerProcess toKill = ServerProcess.start(variables);
                Store store = Store.of(DATABASE, url)) {
            Till till = Office.till(toKill.baseUrl(), token);
            String first = till.register("killed@example.com", killed.key).sourceId();
            killed.awaitReached();
            // the first worker is busy, so the second import is for whoever comes now
            String second = till.register("paused@example.com", paused.key).sourceId();
            try (ServerProcess toPause = ServerProcess.start(variables)) {
                paused.awaitReached();
                try (ServerProcess heir = ServerProcess.start(heirs())) {
                    toKill.kill();
                    pauseWhileItWrites(toPause, store);
                    Condition.await(
                            "both imports are taken over and complete",
                            PROMISED,
                            () -> store.number("select count(*) from sources where status = 'populated'") == 2);
                    assertComplete(store, first, killed);
                    assertComplete(store, second, paused);

                    List<List<String>> before = snapshot(store, first, second);
                    heir.kill();
                    toPause.resume();
                    // it has a single worker: when that has imported a third user, it is done with what it held
                    String third = Office.till(toPause.baseUrl(), token)
                            .register("third@example.com", free.key)
                            .sourceId();
                    Condition.await(
                            "the worker that woke up goes on with its life",
                            PROMISED,
                            () -> status(store, third).equals("populated"));
                    assertComplete(store, third, free);
                    assertThat(snapshot(store, first, second)).isEqualTo(before);
                }
            }
        }
    }

    /** Pauses it between two statements of a transaction that holds the source and has written a page. */
    private void pauseWhileItWrites(ServerProcess server, Store store) {
        try (Store barrier = Store.of(DATABASE, url)) {
            barrier.holding("lock table ledger_transactions in share mode", () -> {
                paused.release.countDown();
                Condition.await(
                        "the worker waits for the table",
                        () -> store.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()")
                                == 1);
                server.pause();
            });
        }
        killed.release.countDown();
    }

    private Map<String, String> heirs() {
        Map<String, String> with = new TreeMap<>(variables);
        with.put("GANGWAY_IMPORT_WORKERS", "2");
        return with;
    }

    private static void assertComplete(Store store, String source, Held held) {
        List<String> stored =
                store.column("select external_id from ledger_transactions where source_id = ? order by 1", source);
        assertThat(stored)
                .isEqualTo(held.account.transactions().stream()
                        .map(Transaction::id)
                        .sorted()
                        .toList());
        assertThat(store.number("select transaction_count from sources where id = ?", source))
                .isEqualTo(stored.size());
        assertThat(store.rows("""
                        select asset, quantity from source_balances where source_id = ? and quantity <> 0
                        order by asset""", source)).isNotEmpty().isEqualTo(store.rows("""
                        select asset, sum(quantity) from (
                            select source_id, received_asset as asset, received_quantity as quantity
                            from ledger_transactions
                            union all select source_id, sent_asset, -sent_quantity from ledger_transactions
                            union all select source_id, fee_asset, -fee_quantity from ledger_transactions) l
                        where source_id = ? and asset is not null
                        group by asset having sum(quantity) <> 0 order by asset""", source));
    }

    private static String status(Store store, String source) {
        return store.column("select status from sources where id = ?", source).getFirst();
    }

    /** Everything that the imports of two sources write. */
    private static List<List<String>> snapshot(Store store, String first, String second) {
        List<List<String>> all =
                new ArrayList<>(store.rows("select * from sources where id in (?, ?) order by id", first, second));
        all.addAll(store.rows("""
                select t.* from scheduled_tasks t join sources s on t.task_instance = s.credentials_id
                where s.id in (?, ?)""", first, second));
        all.addAll(store.rows("""
                select source_id, count(*), max(stored_at) from ledger_transactions
                where source_id in (?, ?) group by source_id order by 1""", first, second));
        return all;
    }
}
