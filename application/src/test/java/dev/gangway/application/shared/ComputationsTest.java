package dev.gangway.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.testkit.fixture.MovableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was computed is kept for a while; whoever is in a hurry is not kept waiting. */
final class ComputationsTest {
    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final MovableClock clock = new MovableClock();
    private final Computations<String, String> computations =
            new Computations<>(new Semaphore(1, true), String::length, 10, Duration.ofMinutes(5), clock);
    private final AtomicInteger computed = new AtomicInteger();

    private String compute(String result) {
        computed.incrementAndGet();
        return result;
    }

    @Test
    void whatIsKnownIsNotComputedAgainUntilItIsOld() {
        assertThat(computations.knows("a")).isFalse();
        computations.of("a", () -> compute("one"));
        assertThat(computations.knows("a")).isTrue();
        assertThat(computations.of("a", () -> compute("two"))).isEqualTo("one");

        clock.advance(Duration.ofMinutes(6));

        assertThat(computations.knows("a")).isFalse();
        assertThat(computations.of("a", () -> compute("two"))).isEqualTo("two");
        assertThat(computed).hasValue(2);
    }

    @Test
    void whatWasAskedForLongestAgoMakesRoom() {
        computations.of("a", () -> compute("12345"));
        computations.of("b", () -> compute("12345"));

        assertThat(computations.knows("a")).isFalse();
        assertThat(computations.knows("b")).isTrue();
    }

    @Test
    void aFaultIsToldAndNotKept() {
        assertThatThrownBy(() -> computations.of("a", () -> {
                    throw new IllegalStateException("a seeded fault");
                }))
                .hasMessage("a seeded fault");
        assertThat(computations.knows("a")).isFalse();
        assertThat(computations.soon("a", () -> compute("one"), NO_PATIENCE)).isEqualTo("one");
    }

    @Test
    void whoeverIsInAHurryTakesATurnThatIsFreeOrGoesWithout() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> computations.of("slow", () -> {
            begun.countDown();
            await(goOn);
            return compute("slow");
        }));
        await(begun);

        assertThat(computations.soon("other", () -> compute("other"), NO_PATIENCE))
                .isNull();
        assertThat(computations.soon("slow", () -> compute("again"), NO_PATIENCE))
                .isNull();
        goOn.countDown();

        assertThat(slow.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
        assertThat(computations.soon("slow", () -> compute("again"), NO_PATIENCE))
                .isEqualTo("slow");
        assertThat(computations.soon("other", () -> compute("other"), NO_PATIENCE))
                .isEqualTo("other");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
