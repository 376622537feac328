package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.Balance;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.AccountReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgersContract} that is about the figures. */
interface LedgerStateContract extends LedgerSupport {
    private static Balance balance(String quantity, String asset) {
        return new Balance(new AssetCode(asset), new BigDecimal(quantity));
    }

    @Test
    default void whoIsNotThereHasAnEmptyLedger() {
        LedgerScope scope = LedgerScope.whole(desk().ids().userId());
        LedgerState state = ports().ledgers().state(scope);
        assertThat(state).isEqualTo(new LedgerState(state.version(), 0, 0, 0, null, null, List.of()));
        assertThat(state.version()).hasSizeBetween(1, 64);
    }

    @Test
    default void aSourceWithoutTransactionsCounts() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        LedgerState state = state(handed);
        assertThat(state).isEqualTo(new LedgerState(state.version(), 1, 0, 0, null, null, List.of()));
    }

    @Test
    default void balancesAreWhatCameInLessWhatWentOutAndWasCharged() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        store(
                desk,
                handed.source(0),
                List.of(
                        transaction("1", TransactionKind.DEPOSIT, 5, "1000 ZAR", "", "2.5 ZAR"),
                        transaction("2", TransactionKind.TRADE, 6, "0.5 BTC", "600 ZAR", "0.0001 BTC"),
                        transaction("3", TransactionKind.WITHDRAWAL, 7, "", "0.4999 BTC", "")));
        store(
                desk,
                handed.source(1),
                List.of(
                        transaction("1", TransactionKind.REWARD, 3, "3 ETH", "", ""),
                        transaction("2", TransactionKind.FEE, 4, "", "", "0.1 SOL"),
                        transaction("3", TransactionKind.TRANSFER, 8, "", "1 ZAR", ""),
                        transaction("4", TransactionKind.UNCLASSIFIED, 9, "7 ETH", "", "7 ZAR")));
        LedgerState state = state(handed);
        assertThat(state.balances())
                .containsExactly(balance("3", "ETH"), balance("-0.1", "SOL"), balance("396.5", "ZAR"));
        assertThat(state.sources()).isEqualTo(2);
        assertThat(state.transactions()).isEqualTo(7);
        assertThat(state.unclassified()).isEqualTo(1);
        assertThat(state.firstTransactionAt()).isEqualTo(at(3));
    }

    @Test
    default void aSumHasAllItsDigits() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        String most = "9".repeat(40) + "." + "9".repeat(36);
        List<LedgerTransaction> page = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            page.add(transaction("in" + i, TransactionKind.DEPOSIT, i, most + " BTC", "", ""));
        }
        store(desk, handed.source(0), page);
        store(desk, handed.source(1), page);
        BigDecimal sum = new BigDecimal(most).multiply(BigDecimal.valueOf(100));
        assertThat(state(handed).balances()).containsExactly(new Balance(new AssetCode("BTC"), sum));
    }

    @Test
    default void importingTwiceAddsNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(oneBitcoin("1", 2), oneBitcoin("1", 1), oneBitcoin("2", 3)));
        LedgerState once = state(handed);
        store(desk, handed.source(), List.of(oneBitcoin("2", 9), oneBitcoin("1", 0)));
        assertThat(state(handed)).isEqualTo(once);
        assertThat(once.balances()).containsExactly(balance("2", "BTC"));
        assertThat(once.transactions()).isEqualTo(2);
        assertThat(once.firstTransactionAt()).isEqualTo(at(2));
    }

    @Test
    default void aRecordWithoutATimeIsNotTheFirstTransaction() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        LedgerTransaction undated = new LedgerTransaction(
                "undated", TransactionKind.UNCLASSIFIED, Instant.EPOCH, null, null, null, "{}", 1);
        store(desk, handed.source(), List.of(undated));
        assertThat(state(handed).firstTransactionAt()).isNull();
        store(desk, handed.source(), List.of(oneBitcoin("1", 2)));
        assertThat(state(handed).firstTransactionAt()).isEqualTo(at(2));
        store(desk, handed.source(), List.of(transaction("odd", TransactionKind.UNCLASSIFIED, 1, "", "", "")));
        assertThat(state(handed).firstTransactionAt()).isEqualTo(at(1));
        assertThat(state(handed).unclassified()).isEqualTo(2);
    }

    @Test
    default void theLastSyncIsTheLatestImportThatWasCompleted() {
        Desk desk = desk();
        Handed handed = withTwoSources(desk, desk.sixpence());
        Begun first = desk.begin(handed.source(0));
        Begun second = desk.begin(handed.source(1));
        assertThat(ports().sourceImports().complete(second, desk.later(Duration.ofMinutes(1))))
                .isTrue();
        assertThat(ports().sourceImports().complete(first, desk.later(Duration.ofMinutes(1))))
                .isTrue();
        assertThat(state(handed).lastSyncAt()).isEqualTo(MovableClock.START.plusSeconds(120));
    }

    @Test
    default void theVersionIsAnotherOneAfterEachChangeAndOnlyThen() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoSources(desk, sixpence);
        List<String> versions = new ArrayList<>();
        versions.add(state(handed).version());
        store(desk, handed.source(0), List.of());
        assertThat(state(handed).version()).isEqualTo(versions.getLast());
        store(desk, handed.source(0), List.of(oneBitcoin("1", 1)));
        versions.add(state(handed).version());
        store(desk, handed.source(0), List.of(oneBitcoin("1", 1)));
        assertThat(state(handed).version()).isEqualTo(versions.getLast());
        store(desk, handed.source(1), List.of(oneBitcoin("1", 1)));
        versions.add(state(handed).version());
        desk.register(sixpence, RequestBuilder.by(sixpence, "user@example.com").key("a-third-key", "a-third-secret"));
        versions.add(state(handed).version());
        assertThat(versions)
                .doesNotHaveDuplicates()
                .allSatisfy(version -> assertThat(version).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    default void aPartnersScopeIsWhatItSentAlsoAsADuplicate() {
        Desk desk = desk();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoSources(desk, sixpence);
        store(desk, handed.source(0), List.of(oneBitcoin("1", 1)));
        store(desk, handed.source(1), List.of(oneBitcoin("1", 2), oneBitcoin("2", 3)));
        LedgerScope theirs = new LedgerScope(handed.user(), other.id());
        assertThat(ports().ledgers().state(theirs).sources()).isZero();
        assertThat(read(theirs)).isEmpty();
        assertThat(ports().ledgers()
                        .state(new LedgerScope(handed.user(), sixpence.id()))
                        .transactions())
                .isEqualTo(3);
        assertThat(read(new LedgerScope(handed.user(), sixpence.id()))).hasSize(3);
    }

    @Test
    default void aMergedSourceIsInNoScope() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoSources(desk, sixpence);
        AccountReference account = new AccountReference("acct-1");
        Begun old = desk.begin(handed.source(0));
        ports().sourceImports().bindAccount(old, account, desk.now());
        store(desk, handed.source(0), List.of(oneBitcoin("1", 1)));
        ports().sourceImports().bindAccount(desk.begin(handed.source(1)), account, desk.now());
        assertThat(state(handed).sources()).isEqualTo(1);
        assertThat(state(handed).transactions()).isEqualTo(1);
        assertThat(ports().ledgers()
                        .state(new LedgerScope(handed.user(), sixpence.id()))
                        .sources())
                .isEqualTo(1);
    }
}
