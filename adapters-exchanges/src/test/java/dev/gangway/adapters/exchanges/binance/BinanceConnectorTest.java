package dev.gangway.adapters.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceConnectorTest implements ExchangeConnectorContract {
    private static final Instant NOW = StubbedExchange.NOW;
    private final BinanceStub stub = new BinanceStub();
    private final BinanceHistory more = new BinanceHistory(stub);

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void signsAsTheExampleInBinancesDocumentationDoes() {
        assertThat(BinanceApi.signature(
                        new InMemoryCrypto().requestSigner(),
                        StubbedExchange.credentials(
                                "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
                                "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"),
                        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
                                + "&timestamp=1499827319559"))
                .isEqualTo("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enableWithdrawals",
                "enableInternalTransfer",
                "enableMargin",
                "enableFutures",
                "permitsUniversalTransfer",
                "enableVanillaOptions",
                "enablePortfolioMarginTrading",
                "enableFixApiTrade",
                "enableSpotAndMarginTrading",
                "enableWhatNobodyHasHeardOf"
            })
    void aKeyThatMayDoAnythingElseIsNotUsed(String permission) {
        String rest = "\"enableReading\":true,\"x\":{\"" + permission + "\":false},";
        assertThat(stub.connector().open(stub.keyWith(rest + "\"new_" + permission + "\":true")))
                .isEqualTo(new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY));
        assertThat(stub.asked()).noneMatch(call -> call.startsWith("/api/v3/"));
    }

    @Test
    void aKeyWhoseRestrictionsAreNotToldIsNotUsed() {
        stub.answer("/sapi/v1/account/apiRestrictions", 200, "{}");
        assertThatThrownBy(() -> stub.connector().open(stub.key())).isInstanceOf(ExchangeUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, -2014, CREDENTIALS_REFUSED",
        "400, -1022, CREDENTIALS_REFUSED",
        "401, -2008, CREDENTIALS_REFUSED",
        "401, -2015, CREDENTIALS_REFUSED",
        "401, -1002, PERMISSION_MISSING"
    })
    void itsOwnCodesFailAKey(int status, int code, SourceFailure reason) {
        stub.answer("/sapi/v1/account/apiRestrictions", status, "{\"code\":" + code + ",\"msg\":\"no\"}");
        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @Test
    void aKeyThatIsKnownButMayNotReadTheAccountLacksAPermission() {
        stub.answer("/api/v3/account", 401, "{\"code\":-2015,\"msg\":\"no\"}");
        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(SourceFailure.PERMISSION_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"403, 0", "451, 0", "400, -1000", "500, -1001", "503, -1008", "400, -9999"})
    void anythingElseIsNoWordOnTheKey(int status, int code) {
        stub.answer("/sapi/v1/account/apiRestrictions", status, "{\"code\":" + code + ",\"msg\":\"no\"}");
        assertThatThrownBy(() -> stub.connector().open(stub.key())).isInstanceOf(ExchangeUnavailable.class);
    }

    @Test
    void takesTheExchangesTimeWhereOursIsTooFarFromIt() {
        stub.behind(Duration.ofMinutes(7));
        List<LedgerTransaction> read = readAll(null);
        assertThat(read).hasSameSizeAs(stub.history());
        assertThat(stub.complaints()).isEmpty();
        assertThat(stub.asked())
                .filteredOn(call -> call.startsWith("/api/v3/time"))
                .hasSize(1);
    }

    @Test
    void pausesEverybodyWhenTheExchangeHasHadEnough() {
        Account account = opened();
        stub.asked();
        stub.mostCalls(3);
        Page stored = account.page(null);
        assertThat(stored.last()).isFalse();
        assertThatThrownBy(() -> account.page(stored.cursor()))
                .isInstanceOfSatisfying(ExchangeUnavailable.class, pause -> {
                    assertThat(pause.isPostponed()).isTrue();
                    assertThat(pause.retryAfter()).isEqualTo(Duration.ofSeconds(60));
                });
    }

    @Test
    void aRunResumesFromEveryCursor() {
        List<Page> pages = pages(opened(), null);
        for (int i = 0; i < pages.size() - 1; i++) {
            List<String> ids = new ArrayList<>(pages.subList(0, i + 1).stream()
                    .flatMap(page -> page.transactions().stream())
                    .map(LedgerTransaction::externalId)
                    .toList());
            ids.addAll(readAll(pages.get(i).cursor()).stream()
                    .map(LedgerTransaction::externalId)
                    .toList());
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(stub.history().stream()
                            .map(LedgerTransaction::externalId)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody wrote this",
                "1 done x y",
                "1 1 2 NO_STAGE - 3 ",
                "9 done 1 ",
                "1 - 1795255200000 FIAT_DEPOSITS x+y 1795168800000 "
            })
    void aCursorThatNobodyCanReadIsTheBeginning(String cursor) {
        assertThat(readAll(cursor)).hasSizeGreaterThan(1050);
    }

    @Test
    void readsAllOfAStretchThatHoldsMoreThanOneAnswer() {
        Instant time = Instant.parse("2023-05-05T00:00:00Z");
        for (int n = 0; n < 2100; n++) {
            // all at once: no stretch is short enough to hold fewer
            more.deposit("many-" + n, time, 1, "TRX", "1");
        }
        for (int n = 0; n < 1100; n++) {
            more.conversion(n, time.plusSeconds(n), "SUCCESS");
        }
        for (int n = 0; n < 700; n++) {
            stub.keep(
                    BinanceStub.DIVIDENDS,
                    time.plusSeconds(n / 2),
                    0,
                    "{\"id\":" + n + ",\"amount\":\"1\",\"asset\":\"SOL\",\"divTime\":"
                            + time.plusSeconds(n / 2).toEpochMilli() + "}");
            more.order(0, "many-" + n, time, "10", "10", "0", "Successful");
        }
        List<String> ids = readAll(null).stream()
                .map(LedgerTransaction::externalId)
                .distinct()
                .toList();
        assertThat(ids).hasSize(stub.history().size() + 2100 + 1100 + 700 + 700);
    }

    @Test
    void whatIsUnderWayIsTakenWhenItHasEnded() {
        Instant time = NOW.minus(Duration.ofDays(5));
        more.deposit("under-way", time, 0, "BTC", "1");
        more.withdrawal("0000", time.minus(Duration.ofDays(40)), 4);
        List<Page> pages = pages(opened(), null);
        assertThat(transactions(pages)).noneMatch(read -> read.externalId().contains("under-way"));
        // this one hangs for good
        assertThat(transactions(pages))
                .filteredOn(read -> read.externalId().equals("withdrawal-0000"))
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.UNCLASSIFIED);

        stub.replace(BinanceStub.DEPOSITS, "under-way", "\"status\":0", "\"status\":1");
        assertThat(readAll(pages.getLast().cursor()))
                .filteredOn(read -> read.externalId().equals("deposit-under-way"))
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.DEPOSIT);
    }

    @Test
    void aPartThatTheExchangeDoesNotHaveIsReadWholeWhenItIsThereAgain() {
        stub.missing(BinanceStub.CONVERSIONS, true);
        List<Page> pages = pages(opened(), null);
        assertThat(transactions(pages)).hasSize(stub.history().size() - 2);
        assertThat(transactions(pages)).noneMatch(read -> read.externalId().startsWith("conversion"));

        stub.missing(BinanceStub.CONVERSIONS, false);
        assertThat(readAll(pages.getLast().cursor()))
                .filteredOn(read -> read.externalId().startsWith("conversion"))
                .hasSize(2);
    }

    @Test
    void withoutTradesThereIsNoHistory() {
        stub.missing(BinanceStub.TRADES, true);
        assertThatThrownBy(() -> readAll(null)).isInstanceOf(ExchangeUnavailable.class);
    }

    @Test
    void aSymbolThatIsNoMoreHasNoTrades() {
        stub.answer(BinanceStub.TRADES, 400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        assertThat(readAll(null)).hasSize(stub.history().size() - 1053);
    }

    @Test
    void aRefreshFindsMoreTradesThanOneAnswerHolds() {
        String cursor = pages(opened(), null).getLast().cursor();
        Instant since = NOW.minus(Duration.ofHours(20));
        for (int n = 0; n < 2500; n++) {
            Instant time = since.plusSeconds(n);
            stub.keep(
                    BinanceStub.TRADES + "BNBBTC",
                    time,
                    50_000 + 3 * n,
                    "{\"symbol\":\"BNBBTC\",\"id\":" + (50_000 + 3 * n)
                            + ",\"qty\":\"1\",\"quoteQty\":\"1\",\"commission\":\"0\",\"commissionAsset\":\"BNB\","
                            + "\"time\":" + time.toEpochMilli() + ",\"isBuyer\":true}");
        }
        stub.asked();
        List<LedgerTransaction> read = readAll(cursor);
        assertThat(read.stream()
                        .map(LedgerTransaction::externalId)
                        .distinct()
                        .filter(id -> id.startsWith("trade-BNBBTC")))
                .hasSize(2500);
        assertThat(read).extracting(LedgerTransaction::externalId).doesNotContain("trade-BNBBTC-28457");
        assertThat(stub.asked())
                .filteredOn(call -> call.startsWith(BinanceStub.TRADES))
                .hasSizeLessThan(30);
    }

    @Test
    void aPageThatComesAgainAndAgainEndsTheRun() {
        String deposits = "[" + "{\"id\":\"1\"},".repeat(999) + "{\"id\":\"1\"}]";
        stub.answer(BinanceStub.DEPOSITS, 200, deposits);
        assertThatThrownBy(() -> readAll(null)).isInstanceOf(ExchangeUnavailable.class);
    }

    @Test
    void aPageOutOfOrderIsReadLikeAnyOther() {
        stub.shuffle(BinanceStub.TRADES + "BTCUSDT");
        assertThat(readAll(null)).hasSameSizeAs(stub.history());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e400\"", "1e400", "\"1e999999999\"", "\"-1\"", "\"\"", "null", "{}"})
    void anAmountThatIsNoneIsKeptAndTheRestGoesOn(String amount) {
        stub.replace(BinanceStub.DUST, "45178372831", "\"0.000441\"", amount);
        assertThat(readAll(null))
                .hasSameSizeAs(stub.history())
                .filteredOn(read -> read.externalId().startsWith("dust-"))
                .hasSize(2)
                .allMatch(read -> read.kind() == TransactionKind.UNCLASSIFIED)
                .allMatch(read -> read.occurredAt().equals(Instant.parse("2021-06-21T04:14:32.184Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bín-key", "key\r\nX-Evil: 1"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutACall(String key) {
        assertThat(stub.connector().open(StubbedExchange.credentials(key, "binance-first-secret-of-42")))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.asked()).isEmpty();
    }

    private Account opened() {
        return ((Opening.Opened) stub.connector().open(stub.key())).account();
    }

    private List<LedgerTransaction> readAll(@Nullable String cursor) {
        return transactions(pages(opened(), cursor));
    }

    private static List<LedgerTransaction> transactions(List<Page> pages) {
        return pages.stream().flatMap(page -> page.transactions().stream()).toList();
    }

    private static List<Page> pages(Account account, @Nullable String from) {
        List<Page> pages = new ArrayList<>();
        pages.add(account.page(from));
        while (!pages.getLast().last()) {
            assertThat(pages).hasSizeLessThan(MOST_PAGES);
            pages.add(account.page(pages.getLast().cursor()));
        }
        return pages;
    }
}
