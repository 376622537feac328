package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.Condition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several keys of one account, and keys that were wrong at first: the history is there once, whatever happens. */
class ImportTest {
    private static final int HISTORY = 500;
    private static final String EMAIL = "keys@example.com";

    private final Random random = new Random(11);
    private final ApiKey first = ApiKey.readOnly(random);
    private final ApiKey second = ApiKey.readOnly(random);

    /** The exchange and a node beside each other. */
    private record Scene(Till till, Store store, Office office) {
        long stored() {
            return store.number("select count(*) from ledger_transactions");
        }

        List<String> statuses() {
            return store.column("select status from sources order by status");
        }

        void awaitStatuses(String... statuses) {
            Condition.await(
                    "the sources are " + List.of(statuses),
                    () -> statuses().equals(List.of(statuses))
                            && store.number("select count(*) from scheduled_tasks") == 0);
        }
    }

    private void on(TestDatabase database, Consumer<Scene> play) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        Account account = new Account("SIX-ACC-11", List.of(first, second), SeededHistory.of(11, HISTORY));
        try (SixpenceExchange exchange = SixpenceExchange.start(0, List.of(account))) {
            Map<String, String> variables = Town.variables(
                    url,
                    folder,
                    Map.of("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString()));
            Office office = new Office(variables);
            String token = office.open();
            try (Node node = Node.start(
                            Town.configuration(url, folder, variables), Databases.Migration.IF_EMBEDDED, null);
                    Store store = Store.of(database, url)) {
                play.accept(new Scene(Office.till(node.baseUrl(), token), store, office));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewKeyOfAKnownAccountJoinsTheOldSource(TestDatabase database) {
        on(database, scene -> {
            String old = scene.till().register(EMAIL, first).sourceId();
            scene.awaitStatuses("populated");

            Till.Answer again = scene.till().register(EMAIL, second);
            assertThat(again.body().path("sources_added").asInt()).isEqualTo(1);
            scene.awaitStatuses("merged", "populated");
            assertThat(scene.stored()).isEqualTo(HISTORY);

            Till.Answer third = scene.till().register(EMAIL, second);
            assertThat(third.sourceId()).isEqualTo(old);
            assertThat(third.body().path("sources").path(0).path("status").asText())
                    .isEqualTo("skipped_duplicate");
            Visitor visitor = new Visitor();
            visitor.navigate(third.link());
            String report =
                    visitor.navigate(scene.till().baseUrl().resolve("/report")).body();
            assertThat(report.split("class=\"source ", -1)).hasSize(2);
            assertThat(report).contains(HISTORY + " transactions");
        });
    }

    @ParameterizedTest
    @EnumSource
    void twoKeysOfOneAccountAtOnceAreOneSource(TestDatabase database) {
        on(database, scene -> {
            ObjectNode body = scene.till().handover(EMAIL, first);
            ObjectNode other = scene.till().handover(EMAIL, second);
            body.withArray("api_credentials").add(other.path("api_credentials").path(0));
            Till.Answer answer = scene.till().send(body.toString());
            assertThat(answer.body().path("sources_added").asInt()).isEqualTo(2);
            scene.awaitStatuses("merged", "populated");
            assertThat(scene.stored()).isEqualTo(HISTORY);
            assertThat(scene.store().number("select max(transaction_count) from sources"))
                    .isEqualTo(HISTORY);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aKeyWithAWrongSecretIsMendedByRegisteringAgain(TestDatabase database) {
        on(database, scene -> {
            ApiKey mistyped = new ApiKey(first.key(), "not-the-secret-of-this-key", Set.of(ApiKey.READ), true);
            String source = scene.till().register(EMAIL, mistyped).sourceId();
            scene.awaitStatuses("credentials_failed");

            Till.Answer mended = scene.till().register(EMAIL, first);
            assertThat(mended.sourceId()).isEqualTo(source);
            assertThat(mended.body().path("sources").path(0).path("status").asText())
                    .isEqualTo("skipped_duplicate");
            scene.awaitStatuses("populated");
            assertThat(scene.stored()).isEqualTo(HISTORY);
        });
    }

    private static List<List<String>> ledger(Store store) {
        return store.rows("""
                select external_id, kind, occurred_at, received_asset, received_quantity, sent_asset, sent_quantity,
                    fee_asset, fee_quantity, raw, mapper_version
                from ledger_transactions order by external_id""");
    }

    private static List<List<String>> figures(Store store) {
        return store.rows("""
                select s.transaction_count, s.tallied_count, s.unclassified_count, s.first_transaction_at, b.asset, b.quantity
                from sources s join source_balances b on b.source_id = s.id
                where b.quantity <> 0 order by b.asset""");
    }

    @ParameterizedTest
    @EnumSource
    void aMendedMapperMendsWhatIsStored(TestDatabase database) {
        on(database, scene -> {
            scene.till().register(EMAIL, first);
            scene.awaitStatuses("populated");
            List<List<String>> imported = ledger(scene.store());
            List<List<String>> counted = figures(scene.store());
            // as a version would have left it that understood none of the records
            scene.store().change("""
                            update ledger_transactions set mapper_version = 0, kind = 'unclassified',
                                received_asset = null, received_quantity = null, sent_asset = null, sent_quantity = null,
                                fee_asset = null, fee_quantity = null""");
            scene.store().change("delete from source_balances");
            scene.store().change("update sources set unclassified_count = transaction_count");

            JsonNode done = scene.office()
                    .run("ledger", "rederive", "--exchange", "sixpence")
                    .path("exchanges")
                    .path(0);
            assertThat(done.path("exchange").asText()).isEqualTo("SIXPENCE");
            assertThat(done.path("derived").asInt()).isEqualTo(HISTORY);
            assertThat(done.path("changed").asInt()).isEqualTo(HISTORY);
            assertThat(ledger(scene.store())).isEqualTo(imported);
            assertThat(figures(scene.store())).isEqualTo(counted);

            JsonNode again = scene.office().run("ledger", "rederive");
            assertThat(again.path("exchanges"))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(one -> assertThat(one.path("derived").asInt()).isZero());
        });
    }
}
