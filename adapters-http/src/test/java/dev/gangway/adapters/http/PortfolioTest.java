package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's server reads of its users. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortfolioTest {
    private static final String UNKNOWN = "usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ";

    private final DeterministicIds ids = new DeterministicIds(1_000_000);
    private Site site;
    private Partner other;
    private String othersToken;
    private int users;
    private int transactions;

    @BeforeAll
    void open() {
        site = Site.open();
        other = site.world()
                .enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        othersToken = site.world().tokenOf(other, Scope.DEFAULT);
    }

    @AfterAll
    void close() {
        site.close();
    }

    private record Registered(UserId user, SourceId source) {}

    private Registered register() {
        return register("portfolio-" + ++users + "@example.com", Bodies.API_KEY);
    }

    private Registered register(String email, String apiKey) {
        JsonNode answer = site.register(Bodies.of(
                        email, body -> ((ObjectNode) body.get("api_credentials").get(0)).put("api_key", apiKey)))
                .json();
        return new Registered(
                new UserId(answer.get("user_id").asText()),
                new SourceId(answer.at("/sources/0/source_id").asText()));
    }

    private void store(SourceId source, LedgerTransaction... page) {
        Begun run = Objects.requireNonNull(site.world()
                .ports()
                .sourceImports()
                .begin(source, ids.importRunId(), site.world().clock().instant()));
        site.world()
                .ports()
                .sourceImports()
                .store(run, List.of(page), null, site.world().clock().instant());
        site.world().ports().sourceImports().complete(run, site.world().clock().instant());
    }

    private LedgerTransaction deposit(String received) {
        return transaction(TransactionKind.DEPOSIT, received, null);
    }

    private LedgerTransaction trade(String received, String sent) {
        return transaction(TransactionKind.TRADE, received, sent);
    }

    private LedgerTransaction transaction(TransactionKind kind, String received, @Nullable String sent) {
        return new LedgerTransaction(
                "t" + ++transactions,
                kind,
                MovableClock.START.minusSeconds(100_000).plusMillis(1_500L * transactions),
                amount(received),
                sent == null ? null : amount(sent),
                null,
                "{}",
                1);
    }

    private static Amount amount(String text) {
        String[] parts = text.split(" ");
        return new Amount(new AssetCode(parts[1]), new BigDecimal(parts[0]));
    }

    private Reply portfolio(UserId user) {
        return get("/portfolio?user_id=" + user);
    }

    private Reply get(String target, String... headers) {
        return getAs(site.world().token(), target, headers);
    }

    private Reply getAs(String token, String target, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return site.get(target, all);
    }

    private void connect(UserId user, Partner partner, ConnectionStatus status) {
        site.world()
                .ports()
                .arranged()
                .connect(user, new Connection(partner.id(), status, MovableClock.START, null), MovableClock.START);
    }

    private void share(UserId user, Partner partner, Sharing sharing) {
        site.world()
                .ports()
                .portfolios()
                .share(
                        user,
                        partner.id(),
                        sharing,
                        new AuditEntry(
                                AuditAction.SHARING_WIDENED,
                                partner.id(),
                                null,
                                user.value(),
                                new RequestOrigin("test", "local"),
                                MovableClock.START));
    }

    @Test
    void aUserWithoutHistoryHoldsNothing() {
        Registered one = register();

        Reply portfolio = portfolio(one.user());

        assertThat(portfolio.status()).isEqualTo(200);
        assertThat(portfolio.text()).isEqualTo("[]");
        assertThat(portfolio.header("Content-Type")).isEqualTo("application/json");
        assertThat(portfolio.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/portfolio-properties?user_id=" + one.user()).text())
                .isEqualTo("{\"baseCurrency\":null,\"transactionCount\":0,\"sourceCount\":1,"
                        + "\"firstTransactionAt\":null,\"lastSyncAt\":null,\"unpricedCount\":0}");
    }

    @Test
    void holdingsComeByTickerWithTheirAveragePrice() {
        Registered one = register();
        store(
                one.source(),
                deposit("10000 ZAR"),
                trade("1 BTC", "1000 ZAR"),
                trade("3 BTC", "5000.10 ZAR"),
                deposit("2 ETH"),
                trade("1 ADA", "1 ZAR"));

        assertThat(portfolio(one.user()).text())
                .isEqualTo("[{\"ticker\":\"ADA\",\"quantity\":1,\"averagePurchasePrice\":1},"
                        + "{\"ticker\":\"BTC\",\"quantity\":4,\"averagePurchasePrice\":1500.025},"
                        + "{\"ticker\":\"ETH\",\"quantity\":2,\"averagePurchasePrice\":null},"
                        + "{\"ticker\":\"ZAR\",\"quantity\":3998.9,\"averagePurchasePrice\":1}]");
    }

    @Test
    void propertiesTellWhatItIsMadeFrom() {
        Registered one = register();
        transactions = 0;
        store(one.source(), deposit("10000 ZAR"), trade("1 BTC", "1000 ZAR"), deposit("2 ETH"));

        assertThat(get("/portfolio-properties?user_id=" + one.user()).text())
                .isEqualTo("{\"baseCurrency\":\"ZAR\",\"transactionCount\":3,\"sourceCount\":1,"
                        + "\"firstTransactionAt\":\""
                        + MovableClock.START.minusSeconds(100_000).plusSeconds(1) + "\",\"lastSyncAt\":\""
                        + site.world().clock().instant() + "\",\"unpricedCount\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678901234567890.123456789012345678901234567890123456",
                "0.000000000000000000000000000000000001",
                "9999999999999999999999999999999999999999",
                "1000000000000000000000000000000000000000",
                "0.1",
                "9007199254740993"
            })
    void everyDigitSurvives(String quantity) {
        Registered one = register();
        store(one.source(), deposit(quantity + " BTC"));

        assertThat(portfolio(one.user()).text())
                .isEqualTo("[{\"ticker\":\"BTC\",\"quantity\":" + quantity + ",\"averagePurchasePrice\":null}]");
    }

    @Test
    void aPartnerSeesWhatItSentAndAllOnceTheUserSharesIt() {
        Registered one = register("shared@example.com", "first-key-0001");
        Registered two = register("shared@example.com", "second-key-0002");
        store(one.source(), deposit("1 BTC"));
        store(two.source(), deposit("2 ETH"));
        connect(one.user(), other, ConnectionStatus.ACTIVE);

        assertThat(getAs(othersToken, "/portfolio?user_id=" + one.user()).text())
                .isEqualTo("[]");
        assertThat(getAs(othersToken, "/portfolio-properties?user_id=" + one.user())
                        .json()
                        .get("sourceCount")
                        .asInt())
                .isZero();

        Reply duplicate = site.send(
                "POST",
                "/api/v1/partner/register",
                BodyPublishers.ofString(Bodies.of("shared@example.com", body -> {
                    body.put("partner_source", "OTHER");
                    ((ObjectNode) body.get("api_credentials").get(0)).put("api_key", "second-key-0002");
                })),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + othersToken);
        assertThat(duplicate.json().at("/sources/0/status").asText()).isEqualTo("skipped_duplicate");
        assertThat(getAs(othersToken, "/portfolio?user_id=" + one.user()).text())
                .isEqualTo("[{\"ticker\":\"ETH\",\"quantity\":2,\"averagePurchasePrice\":null}]");

        share(one.user(), other, Sharing.ALL_SOURCES);
        assertThat(getAs(othersToken, "/portfolio?user_id=" + one.user()).text())
                .isEqualTo("[{\"ticker\":\"BTC\",\"quantity\":1,\"averagePurchasePrice\":null},"
                        + "{\"ticker\":\"ETH\",\"quantity\":2,\"averagePurchasePrice\":null}]");
        share(one.user(), other, Sharing.SENT_SOURCES);
        assertThat(getAs(othersToken, "/portfolio?user_id=" + one.user()).text())
                .isEqualTo("[{\"ticker\":\"ETH\",\"quantity\":2,\"averagePurchasePrice\":null}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portfolio", "/portfolio-properties"})
    void whoeverHasNotLetThePartnerInLooksLikeNobody(String path) {
        UserId pending = register().user();
        UserId revoked = register().user();
        UserId untold = register().user();
        connect(pending, other, ConnectionStatus.PENDING);
        connect(revoked, other, ConnectionStatus.REVOKED);
        Reply nobody = getAs(othersToken, path + "?user_id=" + UNKNOWN, "X-Request-Id", "same");

        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.code()).isEqualTo("USER_NOT_FOUND");
        for (UserId user : List.of(pending, revoked, untold)) {
            Reply reply = getAs(othersToken, path + "?user_id=" + user, "X-Request-Id", "same");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).isEqualTo(nobody.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                          | user_id REQUIRED",
                "?                             | user_id REQUIRED",
                "?user_id                      | user_id REQUIRED",
                "?user_id=                     | user_id REQUIRED",
                "?user_id=%20%20               | user_id REQUIRED",
                "?user_id=usr_1                | user_id INVALID_FORMAT",
                "?user_id=usr_7zzzzzzzzzzzzzzzzzzzzzzzzz | user_id INVALID_FORMAT",
                "?user_id=usr_8ZZZZZZZZZZZZZZZZZZZZZZZZZ | user_id INVALID_FORMAT",
                "?user_id=src_7ZZZZZZZZZZZZZZZZZZZZZZZZZ | user_id INVALID_FORMAT",
                "?user_id=%ff                  | user_id INVALID_FORMAT",
                "?user_id=usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ&user_id=usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"
                        + " | user_id DUPLICATE_FIELD",
                "?user_id=usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ&limit=1 | limit UNKNOWN_FIELD",
                "?USER_ID=usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ | USER_ID UNKNOWN_FIELD,user_id REQUIRED",
                "?%3Cscript%3E=1&a=2&user_id=x | ?script? UNKNOWN_FIELD,a UNKNOWN_FIELD,user_id INVALID_FORMAT",
            })
    void aQueryIsReadAsStrictlyAsABody(@Nullable String query, String errors) {
        for (String path : List.of("/portfolio", "/portfolio-properties")) {
            Reply reply = get(path + (query == null ? "" : query));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.errors()).containsExactly(errors.split(","));
            assertThat(reply.text()).doesNotContain("zzzz", "usr_8");
        }
    }

    @Test
    void anEscapedIdIsTheSameId() {
        Registered one = register();
        String escaped = one.user().value().replace("_", "%5F");

        assertThat(get("/portfolio?user_id=" + escaped).status()).isEqualTo(200);
    }

    @Test
    void theScopeIsNeeded() {
        Registered one = register();
        String weak =
                site.world().tokenOf(site.world().sixpence(), EnumSet.complementOf(EnumSet.of(Scope.PORTFOLIO_READ)));
        String reader = site.world().tokenOf(site.world().sixpence(), Set.of(Scope.PORTFOLIO_READ));

        Reply refused = getAs(weak, "/portfolio?user_id=" + one.user());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(refused.header("WWW-Authenticate")).contains("scope=\"portfolio:read\"");
        assertThat(getAs(weak, "/portfolio").status()).as("before the query").isEqualTo(403);
        assertThat(getAs(reader, "/portfolio?user_id=" + one.user()).status()).isEqualTo(200);
        assertThat(site.get("/portfolio?user_id=" + one.user()).status()).isEqualTo(401);
    }

    @Test
    void acceptIsLookedAtLast() {
        Registered one = register();
        String target = "/portfolio?user_id=" + one.user();

        assertThat(get(target, "Accept", "application/json, text/plain, */*", "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(get(target, "Accept", "application/json").status()).isEqualTo(200);
        assertThat(get(target, "Accept", "text/plain").code()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(get("/portfolio", "Accept", "text/plain").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(get(target, "Accept", "text/html").status()).isEqualTo(406);
        assertThat(get(target, "Accept", "text/html").header("Content-Type")).startsWith("text/html");
        assertThat(get("/portfolio?user_id=" + UNKNOWN, "Accept", "text/html,*/*")
                        .text())
                .contains("No such user of yours");
        assertThat(get("/portfolio?user_id=" + UNKNOWN).header("Vary")).isEqualTo("Accept");
    }

    @Test
    void headTellsAsMuchAsGet() {
        Registered one = register();
        store(one.source(), deposit("1 BTC"));
        String target = "/portfolio?user_id=" + one.user();

        Reply head = site.send(
                "HEAD", target, "Authorization", "Bearer " + site.world().token());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(portfolio(one.user()).text().length()));
    }
}
