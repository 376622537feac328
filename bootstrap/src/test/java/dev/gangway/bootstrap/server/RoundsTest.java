package dev.gangway.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads, which wait for nothing but each other. */
final class RoundsTest {
    private final List<RuntimeException> told = new CopyOnWriteArrayList<>();
    private final Rounds rounds = new Rounds("test", 2, told::add);

    @AfterEach
    void stop() {
        rounds.stop();
    }

    @Test
    void aRoundThatFailsIsToldAndEndsNoneOfThoseAfterIt() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        rounds.every(Duration.ofMillis(1), () -> {
            three.countDown();
            throw new IllegalStateException("the database is away");
        });

        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        rounds.beginNoMore();
        assertThat(rounds.areOverWithin(Duration.ofSeconds(20))).isTrue();
        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(Throwable::getMessage)
                .containsOnly("the database is away");
    }

    @Test
    void whatRunsIsFinishedUnlessItIsStopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        rounds.every(Duration.ofMillis(1), () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
        });

        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        rounds.beginNoMore();
        assertThat(rounds.areOverWithin(Duration.ofMillis(1))).isFalse();
        rounds.stop();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.areOverWithin(Duration.ofSeconds(20))).isTrue();
    }
}
