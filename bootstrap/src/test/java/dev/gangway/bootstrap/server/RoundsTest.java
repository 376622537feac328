package dev.gangway.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads, which wait for nothing but each other. */
final class RoundsTest {
    private final List<RuntimeException> told = new CopyOnWriteArrayList<>();
    private final Rounds rounds = new Rounds("test", 2, told::add);

    @AfterEach
    void stop() {
        rounds.end(Duration.ZERO);
    }

    @Test
    void aRoundThatFailsIsToldAndEndsNoneOfThoseAfterIt() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        rounds.every(Duration.ofMillis(1), () -> {
            three.countDown();
            throw new IllegalStateException("the database is away");
        });

        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.end(Duration.ofSeconds(20))).isTrue();
        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(Throwable::getMessage)
                .containsOnly("the database is away");
    }

    @Test
    void whatRunsIsWaitedFor() throws Exception {
        Thread ends = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        rounds.every(Duration.ofMillis(1), () -> {
            begun.countDown();
            while (ends.getState() != Thread.State.TIMED_WAITING
                    && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        begun.await();
        assertThat(rounds.end(Duration.ofSeconds(20))).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void whatRunsForTooLongIsInterrupted() throws Exception {
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
        assertThat(rounds.end(Duration.ofMillis(1))).isFalse();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.end(Duration.ofSeconds(20))).isTrue();
    }
}
