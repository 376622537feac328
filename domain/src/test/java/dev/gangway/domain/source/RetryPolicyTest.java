package dev.gangway.domain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an import waits between attempts, and when it gives up. */
class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofMinutes(1));

    @Test
    void theWaitDoublesUpToTheLongest() {
        assertThat(policy.waitAfter(1, Duration.ZERO)).hasSeconds(2);
        assertThat(policy.waitAfter(2, Duration.ZERO)).hasSeconds(4);
        assertThat(policy.waitAfter(5, Duration.ZERO)).hasSeconds(32);
        assertThat(policy.waitAfter(6, Duration.ZERO)).hasSeconds(60);
        assertThat(policy.waitAfter(Integer.MAX_VALUE, Duration.ZERO)).hasSeconds(60);
    }

    @Test
    void anAttemptThatIsCountedWronglyWaitsTheFirstWait() {
        assertThat(policy.waitAfter(0, Duration.ZERO)).hasSeconds(2);
        assertThat(policy.waitAfter(Integer.MIN_VALUE, Duration.ZERO)).hasSeconds(2);
    }

    @Test
    void whatTheExchangeAsksForIsHonouredUpToTheLongest() {
        assertThat(policy.waitAfter(1, Duration.ofSeconds(30))).hasSeconds(30);
        assertThat(policy.waitAfter(1, Duration.ofSeconds(1))).hasSeconds(2);
        assertThat(policy.waitAfter(1, Duration.ofDays(365_000))).hasSeconds(60);
    }

    @Test
    void evenTheLongestOfBasesDoesNotOverflow() {
        RetryPolicy patient = new RetryPolicy(100, Duration.ofDays(1), Duration.ofDays(2));
        assertThat(patient.waitAfter(100, Duration.ZERO)).hasDays(2);
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(policy.isLast(4)).isFalse();
        assertThat(policy.isLast(5)).isTrue();
        assertThat(policy.isLast(6)).isTrue();
    }

    @Test
    void aPolicyThatMakesNoSenseCannotExist() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new RetryPolicy(0, second, second)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, second.negated(), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFailureEndsInAStatusThatCanBeRetried() {
        for (SourceFailure failure : SourceFailure.values()) {
            assertThat(failure.status().canBeRetried()).as(failure.name()).isTrue();
        }
        assertThat(SourceStatus.PROCESSING.canBeRetried()).isFalse();
        assertThat(SourceStatus.POPULATED.canBeRetried()).isFalse();
        assertThat(SourceStatus.MERGED.canBeRetried()).isFalse();
        assertThat(SourceStatus.CREDENTIALS_FAILED.apiName()).isEqualTo("credentials_failed");
    }

    @Test
    void firstImportsOutrankRefreshes() {
        assertThat(ImportPriority.FIRST.rank()).isGreaterThan(ImportPriority.REFRESH.rank());
    }
}
