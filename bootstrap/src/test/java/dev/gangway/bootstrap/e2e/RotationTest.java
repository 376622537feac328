package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.domain.apikey.CredentialType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A rotation from outside: servers store everything anew by themselves, through kill -9, while partners register and sources
 * are imported, and while the master key changes.
 */
class RotationTest {
    private static final int KEYS_EACH = 15;
    private static final int TRANSACTIONS = 400;

    /** From {@code keys rotate} to the end: a minute for each new key, and a few rounds of the servers. */
    private static final Duration PROMISED = Duration.ofMinutes(4);

    private final ApiKey imported = ApiKey.readOnly(new Random(11));
    private final SixpenceExchange exchange = SixpenceExchange.start(
            0, List.of(new Account("SIX-ACC-11", List.of(imported), SeededHistory.of(11, TRANSACTIONS))));
    private final MasterKey master = MasterKey.generate();
    private final MovableClock yesterday = new MovableClock(Instant.now().minus(Duration.ofDays(1)));

    private Map<String, String> variables(String url, Map<String, String> keys) {
        Map<String, String> more = new HashMap<>(keys);
        more.put("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString());
        return Town.variables(url, Scratch.folder(), more);
    }

    /** Does something in this JVM with what lies in the database. */
    private void inside(String url, Consumer<Shop> work) {
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            database.migrate();
            work.accept(new Shop(database, yesterday, master));
        }
    }

    private static void fill(Shop.Node node, int users) {
        for (int user = 0; user < users; user++) {
            node.register(known(user), request -> {
                for (int key = 0; key < KEYS_EACH; key++) {
                    request.key(apiKey(key).key(), apiKey(key).secret());
                }
                return request;
            });
        }
        node.issue(CredentialType.SIGNING_KEY);
    }

    private static String known(int user) {
        return "known" + user + "@example.com";
    }

    private static ApiKey apiKey(int number) {
        return withSecret(number, "the_secret_of_before");
    }

    private static ApiKey withSecret(int number, String secret) {
        return new ApiKey("the_api_key_no_" + number, secret, Set.of(ApiKey.READ), true);
    }

    private static String token(Map<String, String> variables) {
        return new Office(variables)
                .run("partner", "credential", "issue", "sixpence", "--type", "bearer", "--rate", "unlimited")
                .path("token")
                .asText();
    }

    private static long sealedUnder(Store store, String kid) {
        String prefix = "v1." + kid + ".";
        return store.number(
                "select count(*) from sources where left(sealed_credentials, ?) = ?", prefix.length(), prefix);
    }

    private static long fingerprintedUnder(Store store, String kid) {
        return store.number(
                "select count(*) from sources where sealed_credentials is not null and fingerprint_key = ?", kid);
    }

    /** What a partner was told it has stored: by user, the secret of the first key. */
    private static final class Acknowledged {
        final Map<String, String> secrets = new HashMap<>();

        /** Replaces secrets and brings new users, until the server is gone or says that it stops, or all have been served. */
        void serve(Till till, int from, int users) {
            try {
                for (int user = from; user < users; user += 2) {
                    ApiKey key = withSecret(0, "the_secret_since_" + user);
                    if (!isServed(till, known(user), key) || !isServed(till, "new" + user + "@example.com", key)) {
                        return;
                    }
                }
            } catch (RuntimeException killed) {
                // whatever was not answered may be stored or not
                return;
            }
        }

        private boolean isServed(Till till, String email, ApiKey key) {
            Till.Answer answer = till.register(email, key);
            if (answer.status() == 503) {
                return false;
            }
            assertThat(answer.status()).isEqualTo(email.startsWith("known") ? 200 : 201);
            secrets.put(answer.userId(), key.secret());
            return true;
        }
    }

    /** How a server ends that is in the middle of the job. */
    enum End {
        KILLED,
        STOPPED
    }

    private static void end(ServerProcess server, End how) {
        switch (how) {
            case KILLED -> server.kill();
            case STOPPED -> {
                server.stop();
                assertThat(server.log())
                        .contains("the rest is for the next server")
                        .doesNotContain("The upkeep of credentials failed");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2,KILLED", "POSTGRESQL,KILLED", "H2,STOPPED"})
    void whatAServerHasBegunTheNextOneEnds(TestDatabase kind, End how) {
        int users = 250;
        String url = kind.newUrl();
        KeysInUse[] keys = new KeysInUse[2];
        inside(url, shop -> {
            Shop.Node node = shop.node(yesterday);
            fill(node, users);
            keys[0] = node.keys();
            // a rotation of some hours ago, so that nobody has to wait for its keys
            yesterday.advance(Duration.ofHours(12));
            shop.rotate();
            assertThat(node.job(shop.rows)).isInstanceOf(ResealSecrets.Outcome.Waiting.class);
            keys[1] = new KeysInUse(
                    shop.keys(KeyPurpose.SEALING).get(1),
                    shop.keys(KeyPurpose.FINGERPRINTS).get(1));
        });
        Map<String, String> variables =
                variables(url, Map.of("GANGWAY_MASTER_KEY", master.text().value()));
        String token = token(variables);
        Acknowledged first = new Acknowledged();
        Acknowledged second = new Acknowledged();
        String importing;
        try (ServerProcess server = ServerProcess.start(variables)) {
            Till till = Office.till(server.baseUrl(), token);
            CompletableFuture<Void> partner;
            try (Store store = Store.of(kind, url)) {
                store.change("delete from scheduled_tasks");
                importing = till.register("imported@example.com", imported).sourceId();
                partner = CompletableFuture.runAsync(() -> first.serve(till, 0, users));
                // those that are registered now are under the new key from the start
                Condition.await(
                        "the job has begun", () -> sealedUnder(store, keys[0].sealing()) < users * KEYS_EACH - users);
                end(server, how);
            }
            partner.join();
        }
        try (Store store = Store.of(kind, url)) {
            assertThat(sealedUnder(store, keys[0].sealing()))
                    .as("the job was cut off")
                    .isPositive();
            assertThat(fingerprintedUnder(store, keys[1].fingerprints())).isPositive();
        }
        try (ServerProcess server = ServerProcess.start(variables);
                Store store = Store.of(kind, url)) {
            Till till = Office.till(server.baseUrl(), token);
            CompletableFuture<Void> partner = CompletableFuture.runAsync(() -> second.serve(till, 1, users));
            Condition.await(
                    "everything is under the new keys",
                    () -> sealedUnder(store, keys[0].sealing()) == 0
                            && fingerprintedUnder(store, keys[0].fingerprints()) == 0);
            partner.join();
            Condition.await(
                    "the import has ended",
                    () -> store.column("select status from sources where id = ?", importing)
                            .contains("populated"));
            assertThat(store.number("select count(*) from ledger_transactions where source_id = ?", importing))
                    .isEqualTo(TRANSACTIONS);
            server.stop();
        }
        inside(url, shop -> {
            yesterday.set(Instant.now());
            Shop.Node node = shop.node(yesterday);
            assertNothingIsTwice(shop, node);
            assertThat(shop.apiKeys(node).values())
                    .filteredOn(all -> all.size() == KEYS_EACH)
                    .hasSize(users);
            Map<String, String> stored = new HashMap<>();
            shop.sources()
                    .filter(row ->
                            node.open(row).apiKey().reveal().equals(apiKey(0).key()))
                    .forEach(row ->
                            stored.put(row.owner(), node.open(row).apiSecret().reveal()));
            assertThat(first.secrets).isNotEmpty();
            assertThat(second.secrets).as("nobody was refused").hasSize(users);
            assertThat(stored).containsAllEntriesOf(first.secrets).containsAllEntriesOf(second.secrets);
        });
        exchange.close();
    }

    private static void assertNothingIsTwice(Shop shop, Shop.Node node) {
        assertThat(shop.apiKeys(node).values())
                .allSatisfy(keys -> assertThat(keys).doesNotHaveDuplicates());
    }

    @Test
    void keysRotateIsAllThatItTakesWhileTheMasterKeyChangesToo() {
        TestDatabase kind = TestDatabase.POSTGRESQL;
        int users = 20;
        String url = kind.newUrl();
        KeysInUse[] old = new KeysInUse[1];
        inside(url, shop -> {
            Shop.Node node = shop.node(yesterday);
            fill(node, users);
            old[0] = node.keys();
        });
        MasterKey next = MasterKey.generate();
        Map<String, String> both = variables(
                url,
                Map.of(
                        "GANGWAY_MASTER_KEY", next.text().value(),
                        "GANGWAY_MASTER_KEY_PREVIOUS", master.text().value()));
        String token = token(both);
        try (ServerProcess one = ServerProcess.start(both);
                ServerProcess other = ServerProcess.start(both);
                Store store = Store.of(kind, url)) {
            store.change("delete from scheduled_tasks");
            List<Till> tills = List.of(Office.till(one.baseUrl(), token), Office.till(other.baseUrl(), token));
            JsonNode rotated = new Office(both).run("keys", "rotate");
            assertThat(rotated.path("rewrapped").asInt()).isEqualTo(4);
            assertThat(rotated.path("added").findValuesAsText("purpose"))
                    .containsExactlyInAnyOrder("sealing", "links", "forms");

            int[] round = {0};
            Condition.await("everything is under the new keys", PROMISED, () -> {
                // a key that is new to a user comes to both servers at once
                ApiKey raced = apiKey(1000 + round[0] / users);
                String email = known(round[0]++ % users);
                List<Till.Answer> answers = Race.among(2, i -> tills.get(i).register(email, raced));
                assertThat(answers)
                        .extracting(
                                answer -> answer.body().path("sources_added").asInt())
                        .containsExactlyInAnyOrder(0, 1);
                return sealedUnder(store, old[0].sealing()) == 0
                        && fingerprintedUnder(store, old[0].fingerprints()) == 0;
            });
            assertThat(store.number("select count(*) from key_rings where purpose = 'fingerprints'"))
                    .as("two servers have added one")
                    .isEqualTo(2);
            assertThat(store.column("select distinct master_key_id from key_rings"))
                    .containsExactly(next.id());
            assertThat(store.number(
                            "select count(*) from partner_credentials where left(sealed_secret, ?) = ?",
                            3 + old[0].sealing().length(),
                            "v1." + old[0].sealing()))
                    .isZero();
        }
        Map<String, String> alone =
                variables(url, Map.of("GANGWAY_MASTER_KEY", next.text().value()));
        try (ServerProcess server = ServerProcess.start(alone)) {
            Till till = Office.till(server.baseUrl(), token);
            for (int key = 0; key < KEYS_EACH; key++) {
                assertThat(till.register(known(3), apiKey(key))
                                .body()
                                .path("sources_added")
                                .asInt())
                        .isZero();
            }
        }
        exchange.close();
    }
}
