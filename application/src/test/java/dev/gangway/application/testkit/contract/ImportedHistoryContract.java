package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link SourceImportsContract} that is about the transactions that runs store. */
interface ImportedHistoryContract extends ImportSupport {
    private boolean store(Desk desk, Begun run, String cursor, LedgerTransaction... transactions) {
        return ports().sourceImports().store(run, List.of(transactions), cursor, desk.now());
    }

    @Test
    default void aPageIsKeptWithTheCursorBehindIt() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        String cursor = "\uD83D\uDE00".repeat(500);
        assertThat(store(desk, run, cursor, deposit("1", 2), deposit("2", 1))).isTrue();
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(2);
        assertThat(desk.begin(handed.source()).cursor()).isEqualTo(cursor);
    }

    @Test
    default void anEmptyPageMovesTheCursorOnly() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        assertThat(store(desk, desk.begin(handed.source()), "c1")).isTrue();
        assertThat(summary(handed, handed.source()).transactionCount()).isZero();
        assertThat(desk.begin(handed.source()).cursor()).isEqualTo("c1");
    }

    @Test
    default void importingTwiceIsTheSameAsOnce() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        store(desk, run, "c1", deposit("1", 3), deposit("2", 2));
        assertThat(store(desk, run, "c2", deposit("2", 2), deposit("3", 1))).isTrue();
        assertThat(store(desk, desk.begin(handed.source()), "c3", deposit("1", 3), deposit("3", 1)))
                .isTrue();
        assertThat(ports().observed().transactionsOf(handed.user()))
                .extracting(LedgerTransaction::externalId)
                .containsExactly("3", "2", "1");
        assertThat(report(handed).transactionCount()).isEqualTo(3);
        isTallied(handed);
    }

    @Test
    default void anIdTwiceInOnePageIsOneTransaction() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        assertThat(store(desk, desk.begin(handed.source()), "c1", deposit("1", 1), deposit("1", 1)))
                .isTrue();
        assertThat(report(handed).transactionCount()).isEqualTo(1);
        isTallied(handed);
    }

    @Test
    default void externalIdsAreComparedCharacterByCharacterAndPerSource() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com")
                        .key("api-key-000001", "api-secret-1")
                        .key("api-key-000002", "api-secret-2"));
        LedgerTransaction[] page = {
            deposit("a", 1), deposit("A", 2), deposit("a ", 3), deposit("\u0131", 4), deposit("i", 5)
        };
        assertThat(store(desk, desk.begin(handed.source(0)), "c", page)).isTrue();
        assertThat(store(desk, desk.begin(handed.source(1)), "c", page)).isTrue();
        assertThat(summary(handed, handed.source(0)).transactionCount()).isEqualTo(page.length);
        assertThat(report(handed).transactionCount()).isEqualTo(2L * page.length);
    }

    @Test
    default void transactionsReadBackAsTheyWereWritten() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Instant when = MovableClock.START.plusNanos(123_456_000);
        Amount most = new Amount(
                new AssetCode("\uD83D\uDE00".repeat(64)), new BigDecimal("9".repeat(40) + "." + "9".repeat(36)));
        Amount least = new Amount(new AssetCode("btc"), new BigDecimal("0." + "0".repeat(35) + "1"));
        Amount none = new Amount(new AssetCode("ZAR"), BigDecimal.ZERO);
        String raw = "{\"note\":\"\uD83D\uDE00 \u0131 \\u0000\"}".repeat(2000);
        LedgerTransaction trade = new LedgerTransaction(
                "\uD83D\uDE00".repeat(255), TransactionKind.TRADE, when, most, least, none, raw, 7);
        LedgerTransaction fee =
                new LedgerTransaction("fee", TransactionKind.FEE, when.minusSeconds(1), null, null, least, "{}", 1);
        LedgerTransaction odd = new LedgerTransaction(
                "odd", TransactionKind.UNCLASSIFIED, when.minusSeconds(2), null, null, null, "", 1);
        LedgerTransaction old = new LedgerTransaction(
                "old", TransactionKind.WITHDRAWAL, Instant.parse("2009-01-03T18:15:05Z"), null, most, null, "{}", 1);
        assertThat(store(desk, desk.begin(handed.source()), "c", old, odd, fee, trade))
                .isTrue();
        assertThat(ports().observed().transactionsOf(handed.user())).containsExactly(trade, fee, odd, old);
    }

    @Test
    default void theLongestRecordIsKept() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        LedgerTransaction longest = new LedgerTransaction(
                "longest",
                TransactionKind.UNCLASSIFIED,
                MovableClock.START,
                null,
                null,
                null,
                "x".repeat(LedgerTransaction.MAX_RAW),
                1);
        assertThat(store(desk, desk.begin(handed.source()), "c", longest)).isTrue();
        assertThat(ports().observed().transactionsOf(handed.user())).containsExactly(longest);
    }

    @Test
    default void aLargePageIsKept() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        List<LedgerTransaction> page =
                IntStream.range(0, 1000).mapToObj(i -> deposit("tx" + i, i)).toList();
        assertThat(ports().sourceImports().store(desk.begin(handed.source()), page, "c", desk.now()))
                .isTrue();
        assertThat(report(handed).transactionCount()).isEqualTo(1000);
    }

    @Test
    default void ofRunsThatTakeOverFromOneAnotherNoneDoublesAnything() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        List<Boolean> complete = Race.among(16, i -> {
            Begun run = desk.begin(handed.source());
            for (int page = 0; page < 3; page++) {
                if (!store(desk, run, "c" + page, deposit("a" + page, 1), deposit("b" + page, 2))) {
                    return false;
                }
            }
            return ports().sourceImports().complete(run, desk.now());
        });
        assertThat(complete).contains(true);
        assertThat(report(handed).transactionCount()).isEqualTo(6);
        isTallied(handed);
    }

    @Test
    default void runsThatStoreOverlappingPagesAtOnceAddUpToEachTransactionOnce() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Race.among(8, i -> {
            Begun run = desk.begin(handed.source());
            for (int page = 0; page < 6; page++) {
                int from = page * 10;
                List<LedgerTransaction> overlapping = IntStream.range(from, from + 20)
                        .mapToObj(n -> deposit("t" + n, n))
                        .toList();
                ports().sourceImports().store(run, overlapping, "c" + page, desk.now());
            }
            return i;
        });
        isTallied(handed);
        Begun last = desk.begin(handed.source());
        List<LedgerTransaction> everything =
                IntStream.range(0, 70).mapToObj(n -> deposit("t" + n, n)).toList();
        assertThat(ports().sourceImports().store(last, everything, "end", desk.now()))
                .isTrue();
        assertThat(report(handed).transactionCount()).isEqualTo(70);
        isTallied(handed);
    }
}
