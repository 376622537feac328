package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Amount;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Movement;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Reason;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Side;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Trade;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.testkit.Condition;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the exchanges' records to what two partners read of one user. */
class PortfolioTest {
    private static final String EMAIL = "portfolio@example.com";

    private static final String OF_FIRST = """
            [{"ticker":"BTC","quantity":0.750000000000000001,"averagePurchasePrice":100100},\
            {"ticker":"ZAR","quantity":24924.9999999999998999,"averagePurchasePrice":1}]""";

    private static final String OF_SECOND = """
            [{"ticker":"ADA","quantity":1234567890.000000000000000001,"averagePurchasePrice":null},\
            {"ticker":"ETH","quantity":2,"averagePurchasePrice":null}]""";

    private static final String OF_BOTH = """
            [{"ticker":"ADA","quantity":1234567890.000000000000000001,"averagePurchasePrice":null},\
            {"ticker":"BTC","quantity":0.750000000000000001,"averagePurchasePrice":100100},\
            {"ticker":"ETH","quantity":2,"averagePurchasePrice":null},\
            {"ticker":"ZAR","quantity":24924.9999999999998999,"averagePurchasePrice":1}]""";

    private static final Instant BEGAN = Instant.parse("2024-03-01T10:00:00.250Z");

    private final Random random = new Random(31);
    private final ApiKey first = ApiKey.readOnly(random);
    private final ApiKey second = ApiKey.readOnly(random);

    private static Movement deposit(String id, int hour, String value, String asset) {
        return new Movement(id, at(hour), Reason.DEPOSIT, Amount.of(asset, value), Optional.empty());
    }

    private static Instant at(int hour) {
        return BEGAN.plusSeconds(3600L * hour);
    }

    private List<Account> accounts() {
        List<Transaction> one = List.of(
                deposit("d-1", 0, "100000.00", "ZAR"),
                new Trade(
                        "t-1",
                        at(1),
                        Side.BUY,
                        Amount.of("BTC", "0.500000000000000001"),
                        Amount.of("ZAR", "50000.0000000000001"),
                        Amount.of("ZAR", "50.0000000000000001")),
                new Trade(
                        "t-2",
                        at(2),
                        Side.BUY,
                        Amount.of("BTC", "0.25"),
                        Amount.of("ZAR", "25000"),
                        Amount.of("ZAR", "25")));
        List<Transaction> two =
                List.of(deposit("d-2", 3, "1234567890.000000000000000001", "ADA"), deposit("d-3", 4, "2.000", "ETH"));
        return List.of(new Account("SIX-31", List.of(first), one), new Account("SIX-32", List.of(second), two));
    }

    private static HttpResponse<String> get(Till till, String target) {
        return new Visitor()
                .send(HttpRequest.newBuilder(till.baseUrl().resolve(target))
                        .header("Authorization", "Bearer " + till.token())
                        .header("Accept", "application/json, text/plain, */*")
                        .header("Content-Type", "application/json")
                        .GET());
    }

    private static String portfolio(Till till, String user) {
        return get(till, "/portfolio?user_id=" + user).body();
    }

    @ParameterizedTest
    @EnumSource
    void twoPartnersSeeWhatEachSentAndMoreWhereTheUserSaysSo(TestDatabase database) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        try (SixpenceExchange exchange = SixpenceExchange.start(0, accounts())) {
            Map<String, String> variables = Town.variables(
                    url,
                    folder,
                    Map.of("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString()));
            Office office = new Office(variables);
            String sixpenceToken = office.open();
            String northwindToken = office.enrol("northwind", "Northwind");
            try (Node node = Node.start(
                            Town.configuration(url, folder, variables), Databases.Migration.IF_EMBEDDED, null);
                    Store store = Store.of(database, url)) {
                play(
                        new Till(node.baseUrl(), "SIXPENCE", sixpenceToken),
                        new Till(node.baseUrl(), "NORTHWIND", northwindToken),
                        store);
            }
        }
    }

    private void play(Till sixpence, Till northwind, Store store) {
        String user = sixpence.register(EMAIL, first).userId();
        sixpence.register(EMAIL, second);
        awaitImports(store, 2);

        assertThat(portfolio(sixpence, user)).isEqualTo(OF_BOTH);
        assertThat(get(sixpence, "/portfolio-properties?user_id=" + user).body())
                .matches(
                        "\\{\"baseCurrency\":\"ZAR\",\"transactionCount\":5,\"sourceCount\":2,"
                                + "\"firstTransactionAt\":\"2024-03-01T10:00:00Z\",\"lastSyncAt\":\"[-0-9T:]+Z\",\"unpricedCount\":2}");
        assertThat(get(northwind, "/portfolio?user_id=" + user).statusCode()).isEqualTo(404);

        connect(store, user);
        assertThat(portfolio(northwind, user)).isEqualTo("[]");
        Till.Answer duplicate = northwind.register(EMAIL, second);
        assertThat(duplicate.body().path("sources").path(0).path("status").asText())
                .isEqualTo("skipped_duplicate");
        assertThat(portfolio(northwind, user)).isEqualTo(OF_SECOND);

        Visitor visitor = new Visitor();
        visitor.navigate(sixpence.register(EMAIL, first).link());
        share(visitor, sixpence, store, "all_sources");
        assertThat(portfolio(northwind, user)).isEqualTo(OF_BOTH);
        share(visitor, sixpence, store, "sent_sources");
        assertThat(portfolio(northwind, user)).isEqualTo(OF_SECOND);
        assertThat(store.column("select action from audit_log where action like 'sharing%' order by id"))
                .containsExactly("sharing_widened", "sharing_narrowed");

        store.change("update connections set status = 'revoked' where status = 'active' and partner_id ="
                + " (select id from partners where slug = 'northwind')");
        assertThat(get(northwind, "/portfolio?user_id=" + user).statusCode()).isEqualTo(404);
        assertThat(portfolio(sixpence, user)).isEqualTo(OF_BOTH);
    }

    @ParameterizedTest
    @EnumSource
    void oneKeyIsOneAccount(TestDatabase database) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        try (SixpenceExchange exchange = SixpenceExchange.start(0, accounts())) {
            Map<String, String> variables = Town.variables(
                    url,
                    folder,
                    Map.of("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString()));
            String token = new Office(variables).open();
            try (Node node = Node.start(
                            Town.configuration(url, folder, variables), Databases.Migration.IF_EMBEDDED, null);
                    Store store = Store.of(database, url)) {
                Till sixpence = Office.till(node.baseUrl(), token);
                String user = sixpence.register(EMAIL, first).userId();
                String other = sixpence.register("other@example.com", second).userId();
                awaitImports(store, 2);

                assertThat(portfolio(sixpence, user)).isEqualTo(OF_FIRST);
                assertThat(portfolio(sixpence, other)).isEqualTo(OF_SECOND);
            }
        }
    }

    private static void awaitImports(Store store, int sources) {
        Condition.await(
                "the sources are imported",
                () -> store.number("select count(*) from sources where status = 'populated'") == sources);
    }

    /** As the user's approval will: nothing of the product makes a second connection yet. */
    private static void connect(Store store, String user) {
        assertThat(store.change(
                        "insert into connections (user_id, partner_id, status, approved_at, created_at) select '" + user
                                + "', id, 'active', created_at, created_at from partners where slug = 'northwind'"))
                .isEqualTo(1);
    }

    private static void share(Visitor visitor, Till at, Store store, String sharing) {
        String page = visitor.navigate(at.baseUrl().resolve("/report")).body();
        assertThat(page).contains("What <bdi>Northwind</bdi> sees");
        String partner =
                store.column("select id from partners where slug = 'northwind'").getFirst();
        HttpResponse<String> posted = visitor.post(
                at.baseUrl().resolve("/report/sharing"),
                "form_token=" + Visitor.formToken(page) + "&partner=" + partner + "&sharing=" + sharing);
        assertThat(posted.statusCode()).isEqualTo(303);
    }
}
