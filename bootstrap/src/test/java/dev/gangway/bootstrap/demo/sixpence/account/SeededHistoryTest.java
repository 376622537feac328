package dev.gangway.bootstrap.demo.sixpence.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededHistoryTest {

    private static final List<Transaction> HISTORY = SeededHistory.of(42, 420);

    @Test
    void theSameSeedGivesTheSameHistory() {
        assertThat(SeededHistory.of(42, 420)).isEqualTo(HISTORY).hasSize(420);
        assertThat(HISTORY.getFirst().id()).isEqualTo("SIX-TX-000042000001");
        assertThat(HISTORY.getFirst().time()).isEqualTo(Instant.parse("2024-03-01T11:48:44.970Z"));
        assertThat(HISTORY.getLast().time()).isEqualTo(Instant.parse("2026-10-01T13:00:23.728Z"));
    }

    @Test
    void anotherSeedGivesAnotherOne() {
        assertThat(SeededHistory.of(43, 420)).doesNotContainAnyElementsOf(HISTORY);
    }

    @Test
    void aLongerHistoryBeginsLikeAShorterOne() {
        assertThat(SeededHistory.of(42, 600)).startsWith(HISTORY.toArray(Transaction[]::new));
    }

    @Test
    void runsForwardForAboutTwoAndAHalfYears() {
        assertThat(HISTORY).extracting(Transaction::time).isSorted().doesNotHaveDuplicates();
        assertThat(HISTORY).extracting(Transaction::id).doesNotHaveDuplicates();
        assertThat(Duration.between(HISTORY.getFirst().time(), HISTORY.getLast().time()))
                .isBetween(Duration.ofDays(850), Duration.ofDays(1000));
    }

    @Test
    void hasSomeOfEveryKind() {
        assertThat(HISTORY).extracting(Transaction::type).contains("trade", "deposit", "withdrawal", "fee", "reward");
    }

    @Test
    void hasAmountsThatNoDoubleCanHold() {
        assertThat(HISTORY.stream().flatMap(transaction -> transaction.changes().stream()))
                .anySatisfy(change -> assertThat(change.delta())
                        .isNotEqualByComparingTo(
                                new BigDecimal(Double.toString(change.delta().doubleValue()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 99, 1234})
    void neverSpendsWhatIsNotThere(long seed) {
        Map<String, BigDecimal> balances = new HashMap<>();
        for (Transaction transaction : SeededHistory.of(seed, 500)) {
            transaction.changes().forEach(change -> balances.merge(change.asset(), change.delta(), BigDecimal::add));
            assertThat(balances.values())
                    .as("balances after %s", transaction)
                    .allSatisfy(balance -> assertThat(balance).isNotNegative());
        }
    }
}
