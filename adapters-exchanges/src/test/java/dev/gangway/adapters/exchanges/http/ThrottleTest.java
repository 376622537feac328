package dev.gangway.adapters.exchanges.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final List<Duration> waits = new ArrayList<>();
    private final Throttle throttle =
            new Throttle(new ExchangeName("KRAKEN"), new Throttle.Rule(3, Duration.ofSeconds(2)), clock, waits::add);

    private ExchangeUnavailable refused(int cost) {
        ExchangeUnavailable refusal = catchThrowableOfType(ExchangeUnavailable.class, () -> throttle.enter(cost));
        assertThat(refusal).isNotNull();
        assertThat(refusal.isPostponed()).isTrue();
        return refusal;
    }

    @Test
    void aBurstGoesThroughAndThenAsMuchAsComesBack() {
        for (int i = 0; i < 5; i++) {
            throttle.enter(1);
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        clock.advance(Duration.ofSeconds(10));
        throttle.enter(3);
        assertThat(waits).hasSize(2);
    }

    @Test
    void whatIsNotSoonIsLeftForLater() {
        throttle.enter(3);
        throttle.enter(3);
        throttle.enter(3);
        assertThat(waits).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(12));
        assertThat(refused(6).retryAfter()).isEqualTo(Duration.ofSeconds(24));
        // whoever was refused has taken nothing
        throttle.enter(3);
        assertThat(waits).last().isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void aPauseIsForEverybodyAndIsNotWaitedFor() {
        throttle.pause(Duration.ofSeconds(7));
        assertThat(refused(1).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        throttle.pause(Duration.ofSeconds(3));
        assertThat(refused(1).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        clock.advance(Duration.ofSeconds(7));
        throttle.enter(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void noPauseIsLongerThanAnHourHoweverLongIsAskedOrWhateverTheClockDoes() {
        throttle.pause(Duration.ofDays(300));
        assertThat(refused(1).retryAfter()).isEqualTo(Throttle.LONGEST_PAUSE);
        clock.advance(Duration.ofDays(-1));
        throttle.enter(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void aClockThatIsSetBackLeavesNobodyWaitingForIt() {
        throttle.enter(3);
        clock.advance(Duration.ofDays(-1));
        throttle.enter(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aPauseThatBeganDuringTheTurnCounts() {
        Throttle interrupted = new Throttle(
                new ExchangeName("KRAKEN"),
                new Throttle.Rule(1, Duration.ofSeconds(2)),
                clock,
                wait -> throttleOf().pause(Duration.ofSeconds(9)));
        current = interrupted;
        interrupted.enter(1);
        ExchangeUnavailable refusal = catchThrowableOfType(ExchangeUnavailable.class, () -> interrupted.enter(1));
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    }

    private Throttle current = throttle;

    private Throttle throttleOf() {
        return current;
    }
}
