package dev.gangway.adapters.exchanges.okx;

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
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkxConnectorTest implements ExchangeConnectorContract {
    private static final Instant NOW = StubbedExchange.NOW;
    private final OkxStub stub = new OkxStub();
    private final OkxHistory more = new OkxHistory(stub);

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void signsByThePublishedFormula() {
        Secret secret = Secret.of("22582BD0CFF14C41EDBF1AB98506286D");
        String timestamp = "2020-12-08T09:08:57.715Z";
        String path = "/api/v5/account/balance?ccy=BTC";
        byte[] mac = new InMemoryCrypto()
                .requestSigner()
                .hmacSha256(secret, (timestamp + "GET" + path).getBytes(StandardCharsets.UTF_8));
        assertThat(OkxApi.signature(new InMemoryCrypto().requestSigner(), secret, timestamp, "GET", path))
                .isEqualTo(Base64.getEncoder().encodeToString(mac))
                .isEqualTo("HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=");
    }

    @Test
    void needsAPassphrase() {
        assertThat(stub.connector().needsPassphrase()).isTrue();
        ApiCredentials without = StubbedExchange.credentials("okx-the-first-key-of-42", "okx-the-first-secret-of-42");
        assertThat(stub.connector().open(without)).isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.asked()).isEmpty();

        ApiCredentials wrong = new ApiCredentials(without.apiKey(), without.apiSecret(), Secret.of("another"));
        assertThat(stub.connector().open(wrong)).isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read_only,trade", "trade", "read_only,withdraw", "withdraw,read_only,trade", "read_only, x"})
    void aKeyThatMayDoAnythingElseIsNotUsed(String permissions) {
        assertThat(stub.connector().open(stub.keyWith(permissions)))
                .isEqualTo(new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY));
        assertThat(stub.asked()).containsExactly(OkxStub.CONFIG);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 50100, CREDENTIALS_REFUSED",
        "401, 50105, CREDENTIALS_REFUSED",
        "401, 50110, CREDENTIALS_REFUSED",
        "401, 50111, CREDENTIALS_REFUSED",
        "401, 50113, CREDENTIALS_REFUSED",
        "200, 50119, CREDENTIALS_REFUSED",
        "200, 50120, PERMISSION_MISSING"
    })
    void itsOwnCodesFailAKey(int status, String code, SourceFailure reason) {
        stub.answer(OkxStub.CONFIG, status, "{\"code\":\"" + code + "\",\"msg\":\"no\",\"data\":[]}");
        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({"200, 50001", "503, 50026", "400, 51000", "401, 59999", "403, ''"})
    void anythingElseIsNoWordOnTheKey(int status, String code) {
        stub.answer(OkxStub.CONFIG, status, "{\"code\":\"" + code + "\",\"msg\":\"no\",\"data\":[]}");
        assertThatThrownBy(() -> stub.connector().open(stub.key())).isInstanceOf(ExchangeUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"200, 50011", "200, 50013", "400, 50061"})
    void pausesEverybodyWhenTheExchangeHasHadEnough(int status, String code) {
        Account account = opened();
        stub.answer(OkxStub.FILLS, status, "{\"code\":\"" + code + "\",\"msg\":\"no\",\"data\":[]}");
        assertThatThrownBy(() -> account.page(null))
                .isInstanceOfSatisfying(
                        ExchangeUnavailable.class,
                        pause -> assertThat(pause.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> account.page(null))
                .isInstanceOfSatisfying(
                        ExchangeUnavailable.class,
                        pause -> assertThat(pause.isPostponed()).isTrue());
    }

    @Test
    void takesTheExchangesTimeWhereOursIsTooFarFromIt() {
        stub.behind(Duration.ofMinutes(7));
        assertThat(readAll(null)).hasSameSizeAs(stub.history());
        assertThat(stub.complaints()).isEmpty();
        assertThat(stub.asked())
                .filteredOn(call -> call.startsWith("/api/v5/public/time"))
                .hasSize(1);
    }

    @Test
    void aRunResumesFromEveryCursor() {
        List<Page> pages = pages(opened(), null);
        for (int i = 0; i < pages.size() - 1; i++) {
            List<String> ids = new ArrayList<>(ids(transactions(pages.subList(0, i + 1))));
            ids.addAll(ids(readAll(pages.get(i).cursor())));
            assertThat(ids).containsExactlyInAnyOrderElementsOf(ids(stub.history()));
        }
    }

    @Test
    void whatComesInWhilePagingMovesNothing() {
        Account account = opened();
        List<Page> pages = new ArrayList<>();
        pages.add(account.page(null));
        int before = stub.history().size();
        List<LedgerTransaction> come = stub.grow();
        while (!pages.getLast().last()) {
            pages.add(account.page(pages.getLast().cursor()));
        }
        assertThat(ids(transactions(pages))).containsAll(ids(stub.history().subList(0, before)));
        assertThat(ids(readAll(pages.getLast().cursor()))).containsAll(ids(come));
    }

    @Test
    void aTradeWhoseBillsAreOnTwoPagesIsOne() {
        Instant time = NOW.minus(Duration.ofDays(2));
        // 99 of something else are newer, so that the page ends between the two
        for (int n = 0; n < 99; n++) {
            more.bill(900_000_000_000_000_100L + n, time, "1", "", "USDT", "1", "0", "", "0");
        }
        more.bill(900_000_000_000_000_001L, time, "2", "SPOT", "BTC", "0.1", "0", "4711", "0");
        more.bill(900_000_000_000_000_000L, time, "2", "SPOT", "USDT", "-9000", "0", "4711", "0");
        assertThat(readAll(null))
                .filteredOn(read -> read.externalId().endsWith("-4711"))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.kind()).isEqualTo(TransactionKind.TRADE);
                    assertThat(read.received()).isEqualTo(StubbedExchange.amount("BTC 0.1"));
                    assertThat(read.sent()).isEqualTo(StubbedExchange.amount("USDT 9000"));
                });
    }

    @Test
    void aRebateIsPartOfWhatCameIn() {
        Instant time = NOW.minus(Duration.ofDays(2));
        more.fill(900_000_000_000_000_000L, time, "sell", "4711", "0.01", "USDT");
        more.fill(900_000_000_000_000_001L, time, "sell", "4712", "0.01", "OKB");
        assertThat(readAll(null))
                .filteredOn(read -> read.externalId().endsWith("-4711"))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.received()).isEqualTo(StubbedExchange.amount("USDT 2.72059"));
                    assertThat(read.fee()).isNull();
                });
        assertThat(readAll(null))
                .filteredOn(read -> read.externalId().endsWith("-4712"))
                .singleElement()
                .satisfies(read -> assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED));
    }

    @Test
    void whatIsUnderWayIsTakenWhenItHasEnded() {
        Instant time = NOW.minus(Duration.ofDays(5));
        more.deposit("under-way", time, "0", "BTC", "1");
        more.withdrawal("hanging", time.minus(Duration.ofDays(40)), "17");
        List<Page> pages = pages(opened(), null);
        assertThat(ids(transactions(pages))).doesNotContain("deposit-under-way");
        assertThat(transactions(pages))
                .filteredOn(read -> read.externalId().equals("withdrawal-hanging"))
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.UNCLASSIFIED);

        stub.replace(OkxStub.DEPOSITS, "under-way", "\"state\":\"0\"", "\"state\":\"2\"");
        assertThat(readAll(pages.getLast().cursor()))
                .filteredOn(read -> read.externalId().equals("deposit-under-way"))
                .extracting(LedgerTransaction::kind)
                .containsExactly(TransactionKind.DEPOSIT);
    }

    @Test
    void aPartThatTheExchangeDoesNotHaveIsReadWholeWhenItIsThereAgain() {
        stub.missing(OkxStub.WITHDRAWALS, true);
        List<Page> pages = pages(opened(), null);
        assertThat(ids(transactions(pages))).noneMatch(id -> id.startsWith("withdrawal"));
        stub.missing(OkxStub.WITHDRAWALS, false);
        assertThat(ids(readAll(pages.getLast().cursor()))).contains("withdrawal-15447421", "withdrawal-15447422");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e400\"", "1e400", "\"1e999999999\"", "\"-1\"", "\"\"", "null", "{}"})
    void anAmountThatIsNoneIsKeptAndTheRestGoesOn(String amount) {
        stub.replace(OkxStub.FILLS, "586760150", "\"27105.9\"", amount);
        stub.replace(OkxStub.FUNDING, "\"billId\":\"5\"", "\"balChg\":\"0.0001\"", "\"balChg\":" + amount);
        assertThat(readAll(null))
                .hasSameSizeAs(stub.history())
                .filteredOn(read -> read.externalId().endsWith("-586760150")
                        || (read.externalId().equals("funding_bill-5") && !amount.equals("\"-1\"")))
                .allMatch(read -> read.kind() == TransactionKind.UNCLASSIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody wrote this", "1 - 1795255200000 FILLS x 1795168800000 "})
    void aCursorThatNobodyCanReadIsTheBeginning(String cursor) {
        assertThat(readAll(cursor)).hasSameSizeAs(stub.history());
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

    private static List<String> ids(List<LedgerTransaction> transactions) {
        return transactions.stream().map(LedgerTransaction::externalId).toList();
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
