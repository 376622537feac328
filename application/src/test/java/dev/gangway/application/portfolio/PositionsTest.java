package dev.gangway.application.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.memory.InMemoryPrices;
import dev.gangway.domain.portfolio.Holding;
import dev.gangway.domain.portfolio.Portfolio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Portfolios are computed when they have to be, once, and few at a time. */
final class PositionsTest {
    private static final int TWO_PASSES = 2;

    private final DeterministicIds ids = new DeterministicIds();
    private final MovableClock clock = new MovableClock();
    private final ScriptedLedgers ledgers = new ScriptedLedgers();
    private final LedgerScope scope = LedgerScope.whole(ids.userId());
    private final Positions positions = new Positions(ledgers, null, 2, clock);

    private static List<String> shown(Portfolio portfolio) {
        List<String> shown = new ArrayList<>();
        for (Holding holding : portfolio.holdings()) {
            shown.add(holding.asset() + " " + holding.quantity() + " " + holding.averagePurchasePrice());
        }
        return shown;
    }

    @Test
    void anEmptyLedgerIsAnEmptyPortfolio() {
        Portfolio portfolio = positions.of(scope).portfolio();

        assertThat(portfolio.holdings()).isEmpty();
        assertThat(portfolio.baseCurrency()).isNull();
        assertThat(portfolio.unpricedCount()).isZero();
    }

    @Test
    void tradesHaveTheirAveragePriceAndTheRestHasNone() {
        ledgers.trade("1 BTC", "1000 ZAR").trade("3 BTC", "5000 ZAR").deposit("2 ETH");

        Portfolio portfolio = positions.of(scope).portfolio();

        assertThat(shown(portfolio)).containsExactly("BTC 4 1500", "ETH 2 null");
        assertThat(portfolio.baseCurrency()).hasToString("ZAR");
        assertThat(portfolio.unpricedCount()).isEqualTo(1);
    }

    @Test
    void whatHasNoPriceOfItsOwnIsPricedInTheBaseCurrencyWherePricesAreKnown() {
        ledgers.trade("1 BTC", "1000 ZAR").deposit("2 ETH").deposit("1 DOGE");
        InMemoryPrices prices = new InMemoryPrices().set("ETH", "ZAR", Instant.EPOCH, "70.5");

        Portfolio portfolio = new Positions(ledgers, prices, 1, clock).of(scope).portfolio();

        assertThat(shown(portfolio)).containsExactly("BTC 1 1000", "DOGE 1 null", "ETH 2 70.5");
        assertThat(portfolio.unpricedCount()).isEqualTo(1);
    }

    @Test
    void whatIsUnchangedIsNotComputedAgain() {
        ledgers.deposit("1 BTC");
        Portfolio first = positions.of(scope).portfolio();

        assertThat(positions.of(scope).portfolio()).isSameAs(first);
        assertThat(ledgers.readings()).isEqualTo(TWO_PASSES);

        ledgers.deposit("1 BTC");

        assertThat(shown(positions.of(scope).portfolio())).containsExactly("BTC 2 null");
        assertThat(ledgers.readings()).isEqualTo(2 * TWO_PASSES);
    }

    @Test
    void eachScopeHasItsOwn() {
        ledgers.deposit("1 BTC");
        positions.of(scope);
        positions.of(new LedgerScope(scope.user(), ids.partnerId()));
        positions.of(LedgerScope.whole(ids.userId()));

        assertThat(ledgers.readings()).isEqualTo(3 * TWO_PASSES);
    }

    @Test
    void pricesThatBecomeKnownLaterAreFound() {
        ledgers.trade("1 BTC", "1000 ZAR").deposit("2 ETH");
        InMemoryPrices prices = new InMemoryPrices();
        Positions priced = new Positions(ledgers, prices, 1, clock);
        assertThat(priced.of(scope).portfolio().unpricedCount()).isEqualTo(1);
        prices.set("ETH", "ZAR", Instant.EPOCH, "70.5");
        clock.advance(Duration.ofMinutes(6));

        assertThat(priced.of(scope).portfolio().unpricedCount()).isZero();
    }

    @Test
    void manyThatAskAtOnceShareOneComputation() {
        ledgers.deposit("1 BTC");
        CountDownLatch asked = new CountDownLatch(10);
        ledgers.beforeReading(() -> await(asked));

        List<Portfolio> told = Race.among(10, i -> {
            asked.countDown();
            return positions.of(scope).portfolio();
        });

        assertThat(told).containsOnly(told.get(0));
        assertThat(ledgers.readings()).isEqualTo(TWO_PASSES);
    }

    @Test
    void onlySoManyAreComputedAtOnce() {
        ledgers.deposit("1 BTC");

        Race.among(16, i -> positions.of(LedgerScope.whole(ids.userId())).portfolio());

        assertThat(ledgers.mostAtOnce()).isBetween(1, 2);
        assertThat(ledgers.readings()).isEqualTo(16 * TWO_PASSES);
    }

    @Test
    void aFaultIsToldAndNotRemembered() {
        ledgers.deposit("1 BTC");
        AtomicBoolean broken = new AtomicBoolean(true);
        ledgers.beforeReading(() -> {
            if (broken.get()) {
                throw new IllegalStateException("the database is gone");
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> positions.of(scope)).hasMessage("the database is gone");
        }
        broken.set(false);

        assertThat(shown(positions.of(scope).portfolio())).containsExactly("BTC 1 null");
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 999; i++) {
            ledgers.deposit("1 A" + i);
        }
        List<LedgerScope> scopes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            scopes.add(LedgerScope.whole(ids.userId()));
            positions.of(scopes.get(i));
        }
        int before = ledgers.readings();

        positions.of(scopes.get(59));
        assertThat(ledgers.readings()).as("the latest is known").isEqualTo(before);
        positions.of(scopes.get(0));
        assertThat(ledgers.readings()).as("the first is forgotten").isEqualTo(before + TWO_PASSES);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
