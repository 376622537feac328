package dev.gangway.bootstrap.demo.sixpence.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bootstrap.demo.sixpence.SignedClient;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Novelty;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadApiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Random RANDOM = new Random(1);
    private static final ApiKey KEY = ApiKey.readOnly(RANDOM);
    private static final ApiKey SECOND_KEY = ApiKey.readOnly(RANDOM);
    private static final ApiKey REVOKED = ApiKey.readOnly(RANDOM).revoked();
    private static final ApiKey WRITE_ONLY = ApiKey.readOnly(RANDOM).withPermissions(Set.of("trade"));
    private static final Account ACCOUNT =
            new Account("SIX-ACC-000042", List.of(KEY, SECOND_KEY, REVOKED, WRITE_ONLY), SeededHistory.of(42, 420));
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SixpenceExchange exchange;

    @BeforeAll
    static void start() {
        exchange = SixpenceExchange.start(0, List.of(ACCOUNT), InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @AfterEach
    void heal() {
        exchange.faults(FaultHook.NONE);
    }

    @Test
    void everyKeyLeadsToTheSameAccount() throws Exception {
        for (ApiKey key : List.of(KEY, SECOND_KEY)) {
            HttpResponse<String> answer = get(key, "/api/v1/account");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"account_id\":\"SIX-ACC-000042\",\"permissions\":[\"read\"]}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 200})
    void pagesLeadThroughTheWholeHistoryOldestFirst(int limit) throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get(KEY, "/api/v1/transactions?limit=" + limit + cursor));
            page.path("transactions")
                    .forEach(transaction -> ids.add(transaction.path("id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(ids)
                .containsExactlyElementsOf(
                        ACCOUNT.transactions().stream().map(Transaction::id).toList());
    }

    @Test
    void amountsAreStringsWithEveryDigit() throws Exception {
        JsonNode first = json(get(KEY, "/api/v1/transactions?limit=3")).path("transactions");

        assertThat(first.get(0).toString())
                .isEqualTo("{\"id\":\"SIX-TX-000042000001\",\"type\":\"deposit\",\"time\":\"2024-03-01T11:48:44.970Z\","
                        + "\"asset\":\"ZAR\",\"amount\":\"12000.00\"}");
        assertThat(first.get(2).path("base_amount").textValue()).matches("0\\.\\d{18}");
        assertThat(first.get(2).path("side").asText()).isEqualTo("buy");
    }

    @Test
    void aHistoryThatGrowsBetweenTwoPagesLosesAndRepeatsNothing() throws Exception {
        ApiKey key = ApiKey.readOnly(RANDOM);
        List<Transaction> history = SeededHistory.of(7, 30);
        exchange.put(new Account("SIX-ACC-7", List.of(key), history.subList(0, 20)));
        JsonNode first = json(get(key, "/api/v1/transactions?limit=15"));
        exchange.put(new Account("SIX-ACC-7", List.of(key), history));

        JsonNode rest = json(get(
                key,
                "/api/v1/transactions?limit=15&cursor="
                        + first.path("next_cursor").asText()));

        assertThat(rest.path("transactions")).hasSize(15);
        assertThat(rest.path("transactions").get(0).path("id").asText())
                .isEqualTo(history.get(15).id());
        assertThat(rest.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void tellsOfKindsThatNobodyKnowsYet() throws Exception {
        ApiKey key = ApiKey.readOnly(RANDOM);
        exchange.put(new Account(
                "SIX-ACC-8", List.of(key), List.of(new Novelty("SIX-TX-X", NOW, "airdrop", Map.of("memo", "hello")))));

        assertThat(get(key, "/api/v1/transactions").body())
                .contains(
                        "{\"id\":\"SIX-TX-X\",\"type\":\"airdrop\",\"time\":\"2026-11-21T10:00:00.000Z\",\"memo\":\"hello\"}");
    }

    @Test
    void refusesUnknownRevokedAndMissingKeysAlike() {
        refused(get(ApiKey.readOnly(RANDOM), "/api/v1/account"), 401, "INVALID_KEY");
        refused(get(REVOKED, "/api/v1/account"), 401, "INVALID_KEY");
        refused(
                SignedClient.send(HttpRequest.newBuilder(URI.create(exchange.baseUrl() + "/api/v1/account"))
                        .build()),
                401,
                "INVALID_KEY");
    }

    @Test
    void refusesASignatureOverAnythingElse() {
        String timestamp = Long.toString(NOW.toEpochMilli());
        String path = "/api/v1/transactions?limit=10";
        String right = SignedClient.sign(KEY.secret(), timestamp + "\nGET\n" + path);
        List<String> wrong = List.of(
                SignedClient.sign(KEY.secret(), timestamp + "\nPOST\n" + path),
                SignedClient.sign(KEY.secret(), timestamp + "\nGET\n/api/v1/transactions"),
                SignedClient.sign(KEY.secret(), timestamp + "\nGET\n/api/v1/transactions?limit=11"),
                SignedClient.sign(SECOND_KEY.secret(), timestamp + "\nGET\n" + path),
                right.toUpperCase(Locale.ROOT),
                right.substring(1),
                "");

        assertThat(SignedClient.get(exchange, KEY.key(), timestamp, right, path).statusCode())
                .isEqualTo(200);
        for (String signature : wrong) {
            refused(SignedClient.get(exchange, KEY.key(), timestamp, signature, path), 401, "INVALID_SIGNATURE");
        }
    }

    @Test
    void signsTheQueryExactlyAsSent() {
        assertThat(get(KEY, "/api/v1/transactions?limit=%31").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOldAndFutureTimestamps() {
        assertThat(getAt(NOW.minusSeconds(30)).statusCode()).isEqualTo(200);
        assertThat(getAt(NOW.plusSeconds(30)).statusCode()).isEqualTo(200);
        refused(getAt(NOW.minusMillis(30_001)), 401, "TIMESTAMP_OUT_OF_RANGE");
        refused(getAt(NOW.plusMillis(30_001)), 401, "TIMESTAMP_OUT_OF_RANGE");
        String now = NOW.toString();
        refused(
                SignedClient.get(
                        exchange,
                        KEY.key(),
                        now,
                        SignedClient.sign(KEY.secret(), now + "\nGET\n/api/v1/account"),
                        "/api/v1/account"),
                401,
                "TIMESTAMP_OUT_OF_RANGE");
    }

    @Test
    void aKeyWithoutReadPermissionReadsNothing() {
        refused(get(WRITE_ONLY, "/api/v1/account"), 403, "PERMISSION_DENIED");
        refused(get(WRITE_ONLY, "/api/v1/transactions"), 403, "PERMISSION_DENIED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=1&limit=2",
                "since=1",
                "cursor=%21",
                "cursor=Zm9v",
                "limit"
            })
    void refusesMalformedQueries(String query) {
        refused(get(KEY, "/api/v1/transactions?" + query), 400, "BAD_REQUEST");
    }

    @Test
    void knowsNothingElse() {
        refused(get(KEY, "/api/v1/orders"), 404, "NOT_FOUND");
        HttpResponse<String> post =
                SignedClient.send(HttpRequest.newBuilder(URI.create(exchange.baseUrl() + "/api/v1/account"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        refused(post, 405, "METHOD_NOT_ALLOWED");
        assertThat(post.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void fails() {
        exchange.faults(call -> new Fault.Unavailable(503));
        assertThat(get(KEY, "/api/v1/account").statusCode()).isEqualTo(503);

        exchange.faults(call -> new Fault.RefuseKey());
        refused(get(KEY, "/api/v1/account"), 401, "INVALID_KEY");

        exchange.faults(call -> new Fault.RateLimited(Duration.ofSeconds(7)));
        HttpResponse<String> limited = get(KEY, "/api/v1/account");
        refused(limited, 429, "RATE_LIMITED");
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void cutsAnAnswerShort() {
        exchange.faults(call -> call.forTransactions() ? new Fault.CutBody(50) : Fault.none());

        assertThat(get(KEY, "/api/v1/account").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> get(KEY, "/api/v1/transactions")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void waitsUntilItIsReleased() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        exchange.faults(call -> new Fault.Pause(reached, release));

        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> get(KEY, "/api/v1/account"));
        reached.await();
        assertThat(answer).isNotDone();
        release.countDown();
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(ApiKey key, String pathAndQuery) {
        return SignedClient.get(exchange, key, NOW, pathAndQuery);
    }

    private static HttpResponse<String> getAt(Instant time) {
        return SignedClient.get(exchange, KEY, time, "/api/v1/account");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"message\":\"");
    }
}
