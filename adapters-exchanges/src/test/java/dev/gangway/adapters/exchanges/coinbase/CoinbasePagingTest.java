package dev.gangway.adapters.exchanges.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.adapters.exchanges.StubbedExchange.Answer;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole history, each event once, whatever happens between two pages. */
class CoinbasePagingTest {
    private static final Instant LATE = Instant.parse("2026-11-20T12:00:00Z");
    private static final String FILL = ",\"advanced_trade_fill\":{\"fill_price\":\"50000\",\"product_id\":\"BTC-USD\","
            + "\"order_id\":\"o\",\"commission\":\"2.5\",\"order_side\":\"buy\"}";

    private final CoinbaseStub stub = new CoinbaseStub();
    private final Map<String, LedgerTransaction> stored = new LinkedHashMap<>();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aRunGoesOnBehindAnyPageAsIfItHadNotEnded() {
        List<String> cursors = readToTheEnd(null);
        Map<String, LedgerTransaction> whole = Map.copyOf(stored);
        assertThat(whole).hasSameSizeAs(stub.history());

        for (int i = 0; i < cursors.size() - 1; i++) {
            stored.clear();
            Account account = account();
            Page page = store(account.page(null));
            for (int turned = 0; turned < i; turned++) {
                page = store(account.page(page.cursor()));
            }
            readToTheEnd(page.cursor());
            assertThat(stored).isEqualTo(whole);
        }
    }

    /** Killed again and again, each run lives for one page; only the last may go on. */
    @Test
    void runsOfOnePageEachComeToTheEnd() {
        String cursor = null;
        for (int i = 0; i < 12; i++) {
            cursor = store(account().page(cursor)).cursor();
        }
        readToTheEnd(cursor);

        assertThat(stored.keySet()).containsExactlyInAnyOrderElementsOf(ids(stub.history()));
    }

    @Test
    void transactionsThatComeInBetweenPagesMoveNothingAndComeWithTheNextWalk() {
        stub.pageSize(7);
        Account account = account();
        Page page = store(account.page(null));
        int more = 0;
        while (!page.last()) {
            for (String wallet : List.of("BTC", "ETH", "USD")) {
                stub.wallet(wallet, "new" + more, "send", LATE.plusSeconds(more++), "1", "");
            }
            page = store(account.page(page.cursor()));
        }
        assertThat(stored.keySet()).containsAll(ids(stub.history()));

        readToTheEnd(page.cursor());
        assertThat(stored).hasSize(stub.history().size() + more);
    }

    @Test
    void listsThatBeginWithTheOldestAreReadToTheirEnd() {
        stub.oldestFirst();
        stub.pageSize(10);
        String cursor = readToTheEnd(null).getLast();
        assertThat(stored).hasSameSizeAs(stub.history());

        stub.grow();
        readToTheEnd(cursor);
        assertThat(stored).hasSameSizeAs(stub.history());
    }

    @Test
    void readingTwiceStoresTheSame() {
        List<String> cursors = readToTheEnd(null);
        Map<String, LedgerTransaction> once = Map.copyOf(stored);
        readToTheEnd(null);
        readToTheEnd(cursors.getLast());

        assertThat(stored).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "coinbase1",
                "coinbase1 NOWHERE - - - - - - -",
                "coinbase1 FILLS yesterday - - - -  ",
                "coinbase1 FILLS - - - - - %zz ",
                "coinbase2 FILLS - - - - -  "
            })
    void aCursorThatNobodyCanReadIsTheBeginning(String cursor) {
        readToTheEnd(cursor);

        assertThat(stored).hasSameSizeAs(stub.history());
    }

    @Test
    void aTransactionIsLeftUntilItIsFinishedHoweverMuchHappensMeanwhile() {
        stub.emptyAccount();
        Instant then = CoinbaseStub.NOW.minus(Duration.ofDays(20));
        stub.transaction("EUR", "slow", "fiat_deposit", "pending", then, "100", "");
        stub.wallet("ETH", "other", "staking_reward", CoinbaseStub.NOW.minusSeconds(60), "0.1", "");
        String cursor = readToTheEnd(null).getLast();
        assertThat(stored.keySet()).containsExactly("other");
        cursor = readToTheEnd(cursor).getLast();
        assertThat(stored.keySet()).containsExactly("other");

        stub.transaction("EUR", "slow", "fiat_deposit", "completed", then, "100", "");
        readToTheEnd(cursor);
        assertThat(kind("slow")).isEqualTo(TransactionKind.DEPOSIT);
    }

    @Test
    void oneThatHasBeenUnfinishedForMonthsIsKeptAsItIs() {
        stub.emptyAccount();
        stub.transaction("EUR", "never", "fiat_deposit", "pending", Instant.parse("2015-03-26T23:44:08Z"), "1", "");
        stub.transaction("EUR", "failed", "fiat_deposit", "failed", LATE, "1", "");
        stub.transaction("EUR", "gone", "buy", "canceled", LATE, "1", ",\"buy\":{\"id\":\"gone-buy\"}");
        readToTheEnd(null);

        assertThat(stored.keySet()).containsExactlyInAnyOrder("never", "failed", "gone");
        assertThat(stored.values()).allMatch(one -> one.kind() == TransactionKind.UNCLASSIFIED);
    }

    @Test
    void aConversionWhoseSecondSideComesLaterIsStillOneTrade() {
        stub.emptyAccount();
        String trade = ",\"trade\":{\"id\":\"T\"}";
        stub.wallet("ETH", "in", "trade", LATE, "1", trade);
        stub.transaction("USDC", "out", "trade", "pending", LATE, "-3000", trade);
        String cursor = readToTheEnd(null).getLast();
        assertThat(kind("in")).isEqualTo(TransactionKind.UNCLASSIFIED);

        stub.wallet("USDC", "out", "trade", LATE, "-3000", trade);
        readToTheEnd(cursor);
        assertThat(kind("T")).isEqualTo(TransactionKind.TRADE);
    }

    @Test
    void aRefreshDoesNotTearAConversion() {
        stub.emptyAccount();
        String trade = ",\"trade\":{\"id\":\"T\"}";
        stub.wallet("ETH", "in", "trade", LATE.minus(Duration.ofDays(1)).plusSeconds(1), "1", trade);
        stub.wallet("USDC", "out", "trade", LATE.minus(Duration.ofDays(1)), "-3000", trade);
        stub.wallet("ETH", "last", "staking_reward", LATE, "0.1", "");
        readToTheEnd(readToTheEnd(null).getLast());

        assertThat(stored.keySet()).containsExactlyInAnyOrder("T", "last");
    }

    /** Where the list of fills is not offered, the wallets tell of them too: each twice, once for either asset. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"NOT_FOUND\",\"code\":5}", "404 page not found", "<html>Not Found</html>", ""})
    void withoutTheListOfFillsTheWalletOfTheBaseAssetTellsOfEach(String notFound) {
        stub.emptyAccount();
        stub.wallet("BTC", "base", "advanced_trade_fill", LATE, "0.01", FILL);
        stub.wallet("USD", "quote", "advanced_trade_fill", LATE, "-500", FILL);
        if (!notFound.isEmpty()) {
            stub.instead(call -> call.path().equals(CoinbaseStub.FILLS) ? new Answer(404, notFound) : null);
        }
        readToTheEnd(null);

        assertThat(stored.keySet()).containsExactly("base");
        LedgerTransaction fill = Objects.requireNonNull(stored.get("base"));
        assertThat(fill.received()).isEqualTo(StubbedExchange.amount("BTC 0.01"));
        assertThat(fill.sent()).isEqualTo(StubbedExchange.amount("USD 500"));
        assertThat(fill.fee()).isEqualTo(StubbedExchange.amount("USD 2.5"));
    }

    /** Else all that had been told by it would be told again by the wallets. */
    @Test
    void aListOfFillsThatHasBeenThereIsMissed() {
        String cursor = readToTheEnd(null).getLast();
        stub.instead(call -> call.path().equals(CoinbaseStub.FILLS) ? new Answer(404, "{}") : null);

        assertThatThrownBy(() -> readToTheEnd(cursor)).isInstanceOf(ExchangeUnavailable.class);
    }

    /** A wallet that was never used may not be found; but only Coinbase itself can say so. */
    @Test
    void aWalletThatIsNotFoundIsEmptyIfCoinbaseSaysSo() {
        stub.instead(call -> call.path().endsWith("/ZZ1/transactions")
                ? new Answer(404, "{\"errors\":[{\"id\":\"not_found\",\"message\":\"no\"}]}")
                : null);
        readToTheEnd(null);
        assertThat(stored).hasSameSizeAs(stub.history());

        stub.instead(call -> call.path().endsWith("/BTC/transactions") ? new Answer(404, "<html/>") : null);
        assertThatThrownBy(() -> readToTheEnd(null)).isInstanceOf(ExchangeUnavailable.class);
    }

    @Test
    void undatedAndUnreadableTransactionsStopNobody() {
        stub.wallet("BTC", "huge", "send", LATE, "1e400", "");
        stub.fill("hugefill", LATE, "BTC-USD", "BUY", "1e400", "1e-400", "0");
        stub.instead(call -> call.path().endsWith("/ETH/transactions")
                ? new Answer(200, "{\"data\":[{\"id\":\"undated\",\"type\":\"send\"},7],\"pagination\":{}}")
                : null);
        readToTheEnd(null);

        assertThat(kind("huge")).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(kind("hugefill")).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(kind("undated")).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(stored.keySet()).anyMatch(id -> id.startsWith("unnamed-"));
    }

    private TransactionKind kind(String id) {
        return Objects.requireNonNull(stored.get(id), id).kind();
    }

    private Account account() {
        return ((Opening.Opened) stub.connector().open(stub.key())).account();
    }

    /** As the database does: what is there already stays. */
    private Page store(Page page) {
        page.transactions().forEach(one -> stored.putIfAbsent(one.externalId(), one));
        return page;
    }

    private List<String> readToTheEnd(@Nullable String from) {
        Account account = account();
        List<String> cursors = new ArrayList<>();
        Page page = store(account.page(from));
        cursors.add(String.valueOf(page.cursor()));
        while (!page.last()) {
            assertThat(cursors).hasSizeLessThan(100);
            page = store(account.page(page.cursor()));
            cursors.add(String.valueOf(page.cursor()));
        }
        return cursors;
    }

    private static List<String> ids(List<LedgerTransaction> transactions) {
        return transactions.stream().map(LedgerTransaction::externalId).toList();
    }
}
