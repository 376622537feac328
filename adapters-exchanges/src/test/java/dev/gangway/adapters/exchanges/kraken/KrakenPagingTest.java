package dev.gangway.adapters.exchanges.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.exchanges.StubbedExchange.Answer;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole history, each event once, whatever happens between two pages. */
class KrakenPagingTest {
    private static final Instant LATE = Instant.parse("2026-11-20T12:00:00Z");

    private final KrakenStub stub = new KrakenStub();
    private final Map<String, LedgerTransaction> stored = new LinkedHashMap<>();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void asksForTheNewestAndThenForWhatIsNotNewerThanWhatItHas() {
        readToTheEnd(null);

        List<String> asked = stub.asked().stream().skip(2).toList();
        assertThat(asked.getFirst()).isEqualTo("ofs=0");
        assertThat(asked.subList(1, asked.size()))
                .allSatisfy(form -> assertThat(form).matches("end=\\d{10}&ofs=0"));
    }

    @Test
    void entriesThatComeInBetweenPagesMoveNothingAndComeWithTheNextWalk() {
        Account account = account();
        Page page = store(account.page(null));
        int more = 0;
        while (!page.last()) {
            for (int i = 0; i < 7; i++) {
                deposit("LNEW" + more, LATE.plusSeconds(more++));
            }
            page = store(account.page(page.cursor()));
        }
        assertThat(stored.keySet()).containsAll(ids(stub.history())).hasSameSizeAs(stub.history());

        readToTheEnd(page.cursor());
        assertThat(stored).hasSize(stub.history().size() + more);
    }

    @Test
    void aRunGoesOnBehindAnyPageAsIfItHadNotEnded() {
        List<String> cursors = readToTheEnd(null);
        Map<String, LedgerTransaction> whole = Map.copyOf(stored);

        for (int i = 0; i < cursors.size() - 1; i++) {
            stored.clear();
            Account account = account();
            Page page = store(account.page(null));
            for (int turned = 0; turned < i; turned++) {
                page = store(account.page(page.cursor()));
            }
            assertThat(page.cursor()).isEqualTo(cursors.get(i));
            readToTheEnd(page.cursor());
            assertThat(stored).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "kraken1",
                "kraken1 - - - -",
                "kraken1 yesterday - -",
                "kraken1 - 2024-03-01T00:00:00Z -",
                "kraken1 +999999999-01-01T00:00:00Z - -",
                "kraken2 - - -"
            })
    void aCursorThatNobodyCanReadIsTheBeginning(String cursor) {
        readToTheEnd(cursor);

        assertThat(stored).hasSameSizeAs(stub.history());
    }

    /** A market order through a deep book: more fills in one millisecond than three pages hold. */
    @Test
    void hundredsOfTradesAtOneMomentAreEachJoined() {
        stub.emptyAccount();
        for (int i = 0; i < 90; i++) {
            trade("T" + i, LATE, LATE.plusMillis(i % 3));
        }
        for (int i = 0; i < 60; i++) {
            deposit("LOLD" + i, LATE.minusSeconds(100 + i));
        }

        readToTheEnd(null);

        assertThat(stored).hasSize(150);
        assertThat(stored.values().stream().filter(one -> one.kind() == TransactionKind.TRADE))
                .hasSize(90);
    }

    /** Trades at random moments, so that the edges of pages fall between the two sides of some. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sidesOnTwoPagesAreJoined(long seed) {
        stub.emptyAccount();
        Random random = new Random(seed);
        Instant time = LATE;
        for (int i = 0; i < 200; i++) {
            time = time.minusMillis(random.nextInt(5000));
            if (random.nextInt(3) == 0) {
                deposit("LDEP" + i, time);
            }
            trade("T" + i, time, time.plusMillis(random.nextInt(1500)));
        }

        List<String> cursors = readToTheEnd(null);
        for (String cursor : cursors) {
            readToTheEnd(cursor);
        }

        assertThat(stored.values().stream().filter(one -> one.kind() == TransactionKind.TRADE))
                .hasSize(200);
        assertThat(stored.values()).noneMatch(one -> one.kind() == TransactionKind.UNCLASSIFIED);
    }

    @Test
    void aRefreshDoesNotTearATradeThatItsBeginningCutsInTwo() {
        stub.emptyAccount();
        trade(
                "TCUT",
                LATE.minus(KrakenWindow.OVERLAP).minusMillis(500),
                LATE.minus(KrakenWindow.OVERLAP).plusMillis(500));
        deposit("LLAST", LATE);
        List<String> cursors = readToTheEnd(null);

        readToTheEnd(cursors.getLast());

        assertThat(stored.keySet()).containsExactlyInAnyOrder("TCUT", "LLAST");
    }

    @Test
    void aSideWhoseOtherSideIsStillBeingWrittenWaitsForIt() {
        stub.emptyAccount();
        Instant now = KrakenStub.NOW.minusSeconds(5);
        deposit("LFIRST", now.minusSeconds(1));
        stub.entry("LONE", "TNEW", now, "trade", "", "ZEUR", "-100", "0.26");
        List<String> cursors = readToTheEnd(null);
        assertThat(stored.keySet()).containsExactly("LFIRST");

        stub.entry("LTWO", "TNEW", now, "trade", "", "XXBT", "0.001", "0");
        readToTheEnd(cursors.getLast());
        assertThat(stored.get("TNEW")).extracting(LedgerTransaction::kind).isEqualTo(TransactionKind.TRADE);
    }

    @Test
    void aSideThatStaysAloneIsKeptUnderItsOwnId() {
        stub.emptyAccount();
        stub.entry("LALONE", "TLOST", LATE, "trade", "", "ZEUR", "-100", "0.26");

        readToTheEnd(null);

        assertThat(stored.get("LALONE")).extracting(LedgerTransaction::kind).isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    /** On one page as on two: what a run makes of them must not depend on where pages end. */
    @Test
    void sidesThatAreFarApartAreNotJoined() {
        stub.emptyAccount();
        stub.entry("LSPEND", "TFAR", LATE, "spend", "", "ZEUR", "-100", "0");
        stub.entry("LRECEIVE", "TFAR", LATE.plusSeconds(3600), "receive", "", "XXBT", "0.001", "0");

        readToTheEnd(null);

        assertThat(stored.keySet()).containsExactlyInAnyOrder("LSPEND", "LRECEIVE");
    }

    @Test
    void theOrderWithinAPageDoesNotMatter() {
        stub.emptyAccount();
        List<KrakenStub.Entry> page = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Instant time = LATE.minusSeconds(60L * i);
            page.add(new KrakenStub.Entry("L" + i, BigDecimal.valueOf(time.getEpochSecond()), json("L" + i, time)));
        }
        Collections.shuffle(page, new Random(7));
        stub.instead(call -> KrakenStub.result(call.body().contains("ofs=0") ? page : List.of(), 50));

        readToTheEnd(null);

        assertThat(stored).hasSize(50);
    }

    /** As it would be if Kraken came to ignore the bounds. */
    @Test
    void aPageThatIsSentTwiceLosesNothingAndEnds() {
        Account account = account();
        Page first = store(account.page(null));
        List<Answer> sent = new ArrayList<>();
        stub.instead(call -> sent.isEmpty() ? null : sent.removeFirst());
        sent.add(KrakenStub.result(stub.newest(50), 187));
        Page second = store(account.page(first.cursor()));
        readToTheEnd(second.cursor());

        assertThat(stored).hasSameSizeAs(stub.history());
    }

    @Test
    void withoutACountAnEmptyPageIsTheEnd() {
        stub.emptyAccount();
        for (int i = 0; i < 100; i++) {
            deposit("L%03d".formatted(i), LATE.minusSeconds(60L * i));
        }
        stub.countless();

        readToTheEnd(null);

        assertThat(stored).hasSize(100);
    }

    @Test
    void anEntryWithAnAmountOrATimeThatIsNoneStopsNobody() {
        stub.entry("LHUGE", "QHUGE", LATE, "deposit", "", "XXBT", "1e400", "0");
        readToTheEnd(null);

        assertThat(stored).hasSize(stub.history().size() + 1);
        assertThat(stored.get("LHUGE")).extracting(LedgerTransaction::kind).isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    @Test
    void undatedEntriesAreKept() {
        stub.emptyAccount();
        stub.instead(call -> new Answer(
                200,
                "{\"error\":[],\"result\":{\"ledger\":{\"LX\":{\"type\":\"deposit\",\"time\":\"soon\"},\"LY\":7},"
                        + "\"count\":2}}"));
        readToTheEnd(null);

        assertThat(stored.keySet()).containsExactlyInAnyOrder("LX", "LY");
        assertThat(stored.values()).allMatch(one -> one.kind() == TransactionKind.UNCLASSIFIED);
    }

    /** A walk that is repeated, as after a crash whose last page was not stored, brings the same rows. */
    @Test
    void readingTwiceStoresTheSame() {
        readToTheEnd(null);
        Map<String, LedgerTransaction> once = Map.copyOf(stored);
        readToTheEnd(null);
        assertThat(stored).isEqualTo(once);
    }

    private void deposit(String id, Instant time) {
        stub.entry(id, "Q" + id, time, "deposit", "", "ZEUR", "1.0000", "0.0000");
    }

    private void trade(String reference, Instant one, Instant other) {
        stub.entry("L" + reference + "-A", reference, one, "trade", "", "ZEUR", "-10.0000", "0.0260");
        stub.entry("L" + reference + "-B", reference, other, "trade", "", "XXBT", "0.0001", "0.0000");
    }

    private static String json(String id, Instant time) {
        return "{\"refid\":\"Q" + id + "\",\"time\":" + time.getEpochSecond()
                + ",\"type\":\"deposit\",\"asset\":\"ZEUR\",\"amount\":\"1\",\"fee\":\"0\"}";
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
