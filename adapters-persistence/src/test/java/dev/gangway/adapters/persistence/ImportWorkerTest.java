package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.persistence.ImportWorker.Settings;
import dev.gangway.application.source.ImportSource.Command;
import dev.gangway.application.source.ImportSource.Outcome;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.SourceId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Jobs are worked off once, in order of rank, and none is ever lost. */
final class ImportWorkerTest {
    @Test
    void aRunBeginsWithinASecondOfTheCommitAndIsTakenOverWithinAMinuteOfAKill() {
        Settings settings = Settings.of(2);
        assertThat(settings.workers()).isEqualTo(2);
        assertThat(settings.poll()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(500));
        // dead when the heartbeats are missed, seen when somebody looks for the dead, picked at a poll
        Duration dead = settings.heartbeat().multipliedBy(settings.missedHeartbeats());
        assertThat(dead).isLessThanOrEqualTo(Duration.ofSeconds(45));
        assertThat(dead.plus(settings.heartbeat().multipliedBy(2)).plus(settings.poll()))
                .isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void noTwoWorkersHaveOneName() {
        assertThat(IntStream.range(0, 10).mapToObj(i -> ImportWorker.newName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("gangway-[0-9]+-[0-9a-z]+"));
    }

    @Nested
    final class OnH2 extends Cases {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends Cases {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class Cases extends StoreTest {
        private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        private static final Outcome DONE = new Outcome.Done("complete");

        private final List<ImportWorker> workers = new ArrayList<>();
        private final BlockingQueue<Command> runs = new LinkedBlockingQueue<>();
        private Desk desk = new Desk(ports());

        Cases(TestDatabase kind) {
            super(kind);
        }

        @BeforeEach
        void open() {
            desk = desk();
        }

        @AfterEach
        void stop() {
            workers.forEach(worker -> worker.stop(Duration.ofSeconds(5)));
            workers.clear();
            runs.clear();
        }

        private ImportWorker start(int threads, Function<Command, Outcome> imports) {
            ImportWorker worker = database()
                    .importWorker(new Settings(threads, Duration.ofMillis(20), Duration.ofMillis(100), 4), command -> {
                        runs.add(command);
                        return imports.apply(command);
                    });
            workers.add(worker);
            worker.start();
            return worker;
        }

        private Command nextRun() {
            try {
                Command run = runs.poll(30, TimeUnit.SECONDS);
                if (run == null) {
                    throw new AssertionError("No import began");
                }
                return run;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        private void queueIsEmpty() {
            Eventually.is("the queue is empty", () -> tables().count("scheduled_tasks") == 0);
        }

        @Test
        void aRegistrationsImportRunsOnceAndLeavesTheQueue() {
            start(2, command -> DONE);
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            assertThat(nextRun().source()).isEqualTo(handed.source());
            queueIsEmpty();
            assertThat(runs).isEmpty();
        }

        @Test
        void anImportThatAsksForAnotherAttemptGetsIt() {
            desk.register(desk.sixpence(), "user@example.com");
            start(
                    2,
                    command ->
                            command.attempt() < 3 ? new Outcome.RetryAfter(Duration.ofMillis(1), "busy", true) : DONE);
            assertThat(List.of(
                            nextRun().attempt(), nextRun().attempt(), nextRun().attempt()))
                    .containsExactly(1, 2, 3);
            queueIsEmpty();
        }

        @Test
        void oneThatWasPostponedComesBackAsTheSameAttempt() {
            desk.register(desk.sixpence(), "user@example.com");
            CountDownLatch postponed = new CountDownLatch(2);
            start(2, command -> {
                boolean wait = postponed.getCount() > 0;
                postponed.countDown();
                return wait ? new Outcome.RetryAfter(Duration.ofMillis(1), "busy", false) : DONE;
            });
            assertThat(List.of(
                            nextRun().attempt(), nextRun().attempt(), nextRun().attempt()))
                    .containsOnly(1);
            queueIsEmpty();
        }

        @Test
        void aFaultLosesNoJobAndIsNoAttempt() {
            desk.register(desk.sixpence(), "user@example.com");
            CountDownLatch faulted = new CountDownLatch(1);
            start(1, command -> {
                if (faulted.getCount() > 0) {
                    faulted.countDown();
                    throw new IllegalStateException("the database has gone");
                }
                return DONE;
            });
            assertThat(nextRun().faults()).isZero();
            Command again = nextRun();
            assertThat(again.attempt()).isEqualTo(1);
            assertThat(again.faults()).isEqualTo(1);
            queueIsEmpty();
        }

        @Test
        void firstImportsOutrankRefreshes() {
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            tables().write("update scheduled_tasks set priority = 10, execution_time = ?", LONG_AGO);
            Partner other = ports().partners().all().get(0);
            Handed fresh = desk.register(other, "fresh@example.com");
            start(1, command -> DONE);
            assertThat(nextRun().source()).isEqualTo(fresh.source());
            assertThat(nextRun().source()).isEqualTo(handed.source());
            queueIsEmpty();
        }

        @Test
        void severalNodesShareTheQueueAndRunEachJobOnce() {
            Partner sixpence = desk.sixpence();
            List<SourceId> sources = new ArrayList<>();
            for (int user = 0; user < 5; user++) {
                RequestBuilder call = RequestBuilder.by(sixpence, "user" + user + "@example.com");
                for (int key = 0; key < 8; key++) {
                    call.key("api-key-" + user + "-" + key, "api-secret-" + key);
                }
                Handed handed = desk.register(sixpence, call);
                handed.registration().added().forEach(source -> sources.add(source.id()));
            }
            start(2, command -> DONE);
            start(2, command -> DONE);
            start(2, command -> DONE);
            queueIsEmpty();
            assertThat(runs).extracting(Command::source).containsExactlyInAnyOrderElementsOf(sources);
        }

        @Test
        void aNodeThatStopsHandsItsJobBackAndTheAttemptDoesNotCount() {
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            ImportWorker first = start(1, command -> {
                Eventually.is("the node stops", command.stopping());
                return new Outcome.HandedBack();
            });
            nextRun();
            first.stop(Duration.ofSeconds(30));
            assertThat(first.ready()).isFalse();
            assertThat(tables().one(Boolean.class, "select picked from scheduled_tasks"))
                    .isFalse();
            start(1, command -> DONE);
            Command again = nextRun();
            assertThat(again.source()).isEqualTo(handed.source());
            assertThat(again.attempt()).isEqualTo(1);
            queueIsEmpty();
        }

        @Test
        void anImportThatDoesNotHearIsInterruptedAndHandedBack() {
            desk.register(desk.sixpence(), "user@example.com");
            CountDownLatch never = new CountDownLatch(1);
            ImportWorker first = start(1, command -> {
                try {
                    never.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("the exchange was interrupted", interrupted);
                }
                return DONE;
            });
            nextRun();
            first.stop(Duration.ofMillis(50));
            assertThat(tables().one(Boolean.class, "select picked from scheduled_tasks"))
                    .isFalse();
            start(1, command -> DONE);
            assertThat(nextRun().attempt()).isEqualTo(1);
            queueIsEmpty();
        }

        @Test
        void theJobOfANodeThatGivesNoSignOfLifeIsTakenOver() {
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            tables().write(
                            "update scheduled_tasks set picked = true, picked_by = 'gone', version = 2, last_heartbeat = ?",
                            LONG_AGO);
            start(1, command -> DONE);
            assertThat(nextRun().source()).isEqualTo(handed.source());
            queueIsEmpty();
        }

        @Test
        void aNodeWithoutWorkersIsReadyAndImportsNothing() {
            desk.register(desk.sixpence(), "user@example.com");
            ImportWorker none = start(0, command -> DONE);
            none.wake();
            assertThat(none.ready()).isTrue();
            start(1, command -> DONE);
            queueIsEmpty();
            assertThat(runs).hasSize(1);
        }
    }
}
