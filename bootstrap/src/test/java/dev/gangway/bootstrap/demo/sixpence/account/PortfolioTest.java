package dev.gangway.bootstrap.demo.sixpence.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Amount;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Movement;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Reason;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Side;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final Instant DAY = Instant.parse("2024-05-02T10:00:00Z");

    private static final List<Transaction> HISTORY = List.of(
            new Movement("1", DAY, Reason.DEPOSIT, Amount.of("ZAR", "1000.00"), Optional.empty()),
            new Trade(
                    "2",
                    DAY.plusSeconds(1),
                    Side.BUY,
                    Amount.of("ETH", "0.01"),
                    Amount.of("ZAR", "600.00"),
                    Amount.of("ZAR", "1.50")),
            new Movement(
                    "3",
                    DAY.plusSeconds(2),
                    Reason.WITHDRAWAL,
                    Amount.of("ZAR", "100.00"),
                    Optional.of(Amount.of("ZAR", "8.50"))));

    @Test
    void holdsWhatTheHistoryLeft() {
        Portfolio portfolio = Portfolio.of(HISTORY);
        BigDecimal eth = Market.ETH.price(LocalDate.of(2024, 5, 2));

        assertThat(portfolio.holdings())
                .extracting(holding -> holding.asset() + " " + holding.balance())
                .containsExactly("ETH 0.01", "ZAR 290.00");
        assertThat(portfolio.total())
                .isEqualByComparingTo(
                        eth.movePointLeft(2).setScale(2, RoundingMode.HALF_EVEN).add(new BigDecimal("290.00")));
    }

    @Test
    void aChartEndsWithTodaysValue() {
        List<Transaction> history = SeededHistory.of(42, 420);

        assertThat(Portfolio.weeklyTotals(history).getLast())
                .isEqualByComparingTo(Portfolio.of(history).total());
        assertThat(Portfolio.weeklyTotals(history)).hasSizeGreaterThan(120);
    }

    @Test
    void anAccountWithoutHistoryIsWorthNothing() {
        assertThat(Portfolio.of(List.of()).total()).isZero();
        assertThat(Portfolio.weeklyTotals(List.of())).isEmpty();
    }
}
