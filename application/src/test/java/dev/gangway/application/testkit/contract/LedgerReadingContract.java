package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgersContract} that is about reading all of a ledger. */
interface LedgerReadingContract extends LedgerSupport {
    @Test
    default void everythingComesAsItWasStored() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        List<LedgerTransaction> stored = List.of(
                transaction("1", TransactionKind.TRADE, 1, "0.00000001 BTC", "1200000000000000000000.5 ZAR", "7 BNB"),
                transaction("2", TransactionKind.FEE, 2, "", "", "7 BNB"),
                transaction("3", TransactionKind.UNCLASSIFIED, 3, "", "", ""));
        store(desk, handed.source(), stored);
        assertThat(read(LedgerScope.whole(handed.user())))
                .containsExactlyElementsOf(stored.stream()
                        .map(one -> LedgerEntry.of(handed.source(), one))
                        .toList());
    }

    @Test
    default void theEarliestComesFirstThenBySourceAndExternalId() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        store(desk, handed.source(0), List.of(oneBitcoin("b", 2), oneBitcoin("a", 2), oneBitcoin("c", 4)));
        store(desk, handed.source(1), List.of(oneBitcoin("a", 3), oneBitcoin("z", 1), oneBitcoin("A", 2)));
        assertThat(read(LedgerScope.whole(handed.user())))
                .extracting(entry -> entry.externalId() + entry.source())
                .containsExactly(
                        "z" + handed.source(1),
                        "a" + handed.source(0),
                        "b" + handed.source(0),
                        "A" + handed.source(1),
                        "a" + handed.source(1),
                        "c" + handed.source(0));
    }

    @Test
    default void aLongLedgerComesWholeWhateverItsTimes() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoSources(desk, sixpence);
        // more than anybody would fetch at once; whole runs of one time, and both sources at every time
        store(
                desk,
                handed.source(0),
                IntStream.range(0, 4500)
                        .mapToObj(i -> oneBitcoin("a" + i, i / 3000))
                        .toList());
        store(
                desk,
                handed.source(1),
                IntStream.range(0, 2000)
                        .mapToObj(i -> oneBitcoin("b" + i, i / 1000))
                        .toList());
        List<LedgerEntry> read = read(LedgerScope.whole(handed.user()));
        assertThat(read).hasSize(6500).doesNotHaveDuplicates();
        assertThat(read).extracting(LedgerEntry::occurredAt).isSorted();
        assertThat(state(handed).transactions()).isEqualTo(6500);
    }

    @Test
    default void manySourcesAreReadAsOne() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        RequestBuilder request = RequestBuilder.by(sixpence, "user@example.com");
        IntStream.range(0, 15).forEach(i -> request.key("api-key-of-many-" + i, "api-secret"));
        Handed handed = desk.register(sixpence, request);
        RequestBuilder more = RequestBuilder.by(sixpence, "user@example.com");
        IntStream.range(15, 30).forEach(i -> more.key("api-key-of-many-" + i, "api-secret"));
        Handed again = desk.register(sixpence, more);
        for (int i = 0; i < 15; i++) {
            store(desk, handed.source(i), List.of(oneBitcoin("x" + i, i), oneBitcoin("y" + i, 1000 - i)));
            store(desk, again.source(i), List.of(oneBitcoin("x" + (i + 15), i + 15)));
        }
        List<LedgerEntry> read = read(LedgerScope.whole(handed.user()));
        assertThat(read).hasSize(45);
        assertThat(read).extracting(LedgerEntry::occurredAt).isSorted();
        assertThat(state(handed).sources()).isEqualTo(30);
    }

    @Test
    default void whatIsStoredMeanwhileIsNotRead() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        store(
                desk,
                handed.source(0),
                IntStream.range(0, 2500).mapToObj(i -> oneBitcoin("a" + i, i)).toList());
        List<LedgerEntry> read = new ArrayList<>();
        ports().ledgers().read(LedgerScope.whole(handed.user()), entry -> {
            if (read.isEmpty()) {
                CompletableFuture.runAsync(() -> {
                            store(desk, handed.source(0), List.of(oneBitcoin("late", 2501)));
                            store(desk, handed.source(1), List.of(oneBitcoin("late", 2502)));
                        })
                        .join();
            }
            read.add(entry);
        });
        assertThat(read).hasSize(2500);
        assertThat(read(LedgerScope.whole(handed.user()))).hasSize(2502);
    }

    @Test
    default void whatTheReaderThrowsEndsTheReading() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(oneBitcoin("1", 1), oneBitcoin("2", 2)));
        List<LedgerEntry> read = new ArrayList<>();
        IllegalStateException full = new IllegalStateException("full");
        assertThatThrownBy(() -> ports().ledgers().read(LedgerScope.whole(handed.user()), entry -> {
                    read.add(entry);
                    throw full;
                }))
                .isSameAs(full);
        assertThat(read).hasSize(1);
        assertThat(read(LedgerScope.whole(handed.user()))).hasSize(2);
    }

    @Test
    default void onlyTheKindsThatAreAskedForComeInTheirOrder() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        store(
                desk,
                handed.source(0),
                List.of(
                        transaction("1", TransactionKind.DEPOSIT, 1, "1 BTC", "", ""),
                        transaction("2", TransactionKind.TRADE, 2, "1 BTC", "5 ZAR", ""),
                        transaction("5", TransactionKind.WITHDRAWAL, 5, "", "1 BTC", "")));
        store(
                desk,
                handed.source(1),
                List.of(
                        transaction("3", TransactionKind.UNCLASSIFIED, 3, "", "", ""),
                        transaction("4", TransactionKind.DEPOSIT, 4, "1 BTC", "", "")));
        LedgerScope scope = LedgerScope.whole(handed.user());
        List<LedgerEntry> moves = new ArrayList<>();
        ports().ledgers().read(scope, Set.of(TransactionKind.DEPOSIT, TransactionKind.WITHDRAWAL), moves::add);
        List<LedgerEntry> none = new ArrayList<>();
        ports().ledgers().read(scope, Set.of(), none::add);
        assertThat(ids(moves)).containsExactly("1", "4", "5");
        assertThat(none).isEmpty();
    }

    @Test
    default void pairsAreCountedOfTheTradesInScope() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoSources(desk, sixpence);
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        store(
                desk,
                handed.source(0),
                List.of(
                        transaction("1", TransactionKind.TRADE, 1, "1 BTC", "5 ZAR", "1 BNB"),
                        transaction("2", TransactionKind.TRADE, 2, "2 BTC", "9 ZAR", ""),
                        transaction("3", TransactionKind.UNCLASSIFIED, 3, "2 BTC", "9 EUR", ""),
                        transaction("4", TransactionKind.DEPOSIT, 4, "1 ZAR", "", "")));
        store(desk, handed.source(1), List.of(transaction("1", TransactionKind.TRADE, 1, "1 ZAR", "5 BTC", "")));
        store(desk, stranger.source(), List.of(transaction("1", TransactionKind.TRADE, 1, "1 GBP", "5 BTC", "")));
        AssetCode btc = new AssetCode("BTC");
        AssetCode zar = new AssetCode("ZAR");
        assertThat(ports().ledgers().pairs(LedgerScope.whole(handed.user())))
                .containsExactlyInAnyOrder(new TradedPair(zar, btc, 2), new TradedPair(btc, zar, 1));
        assertThat(ports().ledgers()
                        .pairs(new LedgerScope(handed.user(), desk.ids().partnerId())))
                .isEmpty();
    }
}
