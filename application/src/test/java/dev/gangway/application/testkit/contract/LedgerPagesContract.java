package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgersContract} that is about pages. */
interface LedgerPagesContract extends LedgerSupport {
    private List<LedgerEntry> turned(Handed handed, LedgerFilter filter, int size) {
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerPage.@Nullable Position next = null;
        do {
            LedgerPage page = ports().ledgers().page(LedgerScope.whole(handed.user()), filter, next, size);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(size);
            entries.addAll(page.entries());
            next = page.next();
            assertThat(next == null || page.entries().size() == size).isTrue();
        } while (next != null);
        return entries;
    }

    private List<String> found(Handed handed, LedgerFilter filter) {
        List<String> ids = ids(turned(handed, filter, 100));
        assertThat(ids(turned(handed, filter, 1))).isEqualTo(ids);
        return ids;
    }

    private static LedgerFilter of(@Nullable TransactionKind kind, @Nullable String asset) {
        return new LedgerFilter(null, kind, asset == null ? null : new AssetCode(asset), null, null);
    }

    private static LedgerFilter during(@Nullable Instant from, @Nullable Instant before) {
        return new LedgerFilter(null, null, null, from, before);
    }

    private static LedgerFilter of(SourceId source) {
        return new LedgerFilter(source, null, null, null, null);
    }

    @Test
    default void anEmptyLedgerIsOneEmptyPage() {
        LedgerScope scope = LedgerScope.whole(desk().ids().userId());
        assertThat(ports().ledgers().page(scope, LedgerFilter.NONE, null, 10))
                .isEqualTo(new LedgerPage(List.of(), null));
    }

    @Test
    default void itsPagesAreTheLedgerBackwards() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        // times that both sources have, several times
        store(
                desk,
                handed.source(0),
                IntStream.range(0, 40).mapToObj(i -> oneBitcoin("a" + i, i / 4)).toList());
        store(
                desk,
                handed.source(1),
                IntStream.range(0, 30).mapToObj(i -> oneBitcoin("b" + i, i / 3)).toList());
        List<LedgerEntry> backwards = read(LedgerScope.whole(handed.user())).reversed();
        for (int size : List.of(1, 3, 7, 69, 70, 71, 500)) {
            assertThat(turned(handed, LedgerFilter.NONE, size)).isEqualTo(backwards);
        }
    }

    @Test
    default void aFullLastPageIsTheLast() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(oneBitcoin("1", 1), oneBitcoin("2", 2)));
        assertThat(ports().ledgers()
                        .page(LedgerScope.whole(handed.user()), LedgerFilter.NONE, null, 2)
                        .next())
                .isNull();
    }

    @Test
    default void whatComesMeanwhileMovesNoPage() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        LedgerScope scope = LedgerScope.whole(handed.user());
        store(desk, handed.source(), List.of(oneBitcoin("1", 1), oneBitcoin("2", 2), oneBitcoin("3", 3)));
        LedgerPage first = ports().ledgers().page(scope, LedgerFilter.NONE, null, 2);
        store(desk, handed.source(), List.of(oneBitcoin("4", 4)));
        LedgerPage second = ports().ledgers().page(scope, LedgerFilter.NONE, first.next(), 2);
        assertThat(ids(first.entries())).containsExactly("3", "2");
        assertThat(ids(second.entries())).containsExactly("1");
    }

    @Test
    default void filtersChooseBySourceKindAssetAndTime() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        store(
                desk,
                handed.source(0),
                List.of(
                        transaction("in", TransactionKind.DEPOSIT, 1, "1000 ZAR", "", ""),
                        transaction("buy", TransactionKind.TRADE, 2, "1 BTC", "500 ZAR", "0.1 BTC"),
                        transaction("odd", TransactionKind.UNCLASSIFIED, 3, "", "", ""),
                        transaction("swap", TransactionKind.TRADE, 4, "9 ETH", "0.5 BTC", "1 BNB")));
        store(
                desk,
                handed.source(1),
                List.of(
                        transaction("charge", TransactionKind.FEE, 2, "", "", "1 BTC"),
                        transaction("stake", TransactionKind.REWARD, 5, "0.1 btc", "", "")));
        assertThat(found(handed, of(handed.source(1)))).containsExactly("stake", "charge");
        assertThat(found(handed, of(TransactionKind.TRADE, null))).containsExactly("swap", "buy");
        assertThat(found(handed, of(TransactionKind.TRANSFER, null))).isEmpty();
        assertThat(found(handed, of(null, "BTC"))).containsExactly("swap", "charge", "buy");
        assertThat(found(handed, of(null, "BNB"))).containsExactly("swap");
        assertThat(found(handed, of(null, "ZAR"))).containsExactly("buy", "in");
        assertThat(found(handed, of(TransactionKind.FEE, "BTC"))).containsExactly("charge");
        assertThat(found(handed, during(at(2), at(4)))).containsExactly("odd", "charge", "buy");
        assertThat(found(handed, during(at(5), null))).containsExactly("stake");
        assertThat(found(handed, during(null, at(2)))).containsExactly("in");
        assertThat(found(
                        handed,
                        new LedgerFilter(handed.source(0), TransactionKind.TRADE, new AssetCode("BTC"), at(0), at(4))))
                .containsExactly("buy");
    }

    @Test
    default void aSourceThatIsNotInScopeHoldsNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Handed stranger = desk.register(desk.enrol(PartnerBuilder.of("other").build()), "stranger@example.com");
        store(desk, stranger.source(), List.of(oneBitcoin("1", 1)));
        assertThat(found(handed, of(stranger.source()))).isEmpty();
    }
}
