package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.testkit.contract.AnsweredCallsContract;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.domain.shared.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@link JdbiAnsweredCalls} keeps its contract on both databases, and on PostgreSQL among nodes. */
final class JdbiAnsweredCallsTest {
    @Nested
    final class OnH2 extends StoreTest implements AnsweredCallsContract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements AnsweredCallsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }

        @Test
        void anotherNodeIsTurnedAwayUntilTheTransactionIsOverAndThenFindsTheAnswer() {
            AnsweredCalls here = database().adapters().answeredCalls();
            AnsweredCalls there = database().adapters().answeredCalls();
            Digest call = Hashes.of("one call on two nodes");
            Instant now = desk().now();
            AnsweredCalls.Remembered answer =
                    new AnsweredCalls.Remembered(Hashes.of("request"), "text", null, now.plus(Duration.ofHours(1)));
            String meanwhile = here.hold(call, now, before -> {
                here.remember(call, answer);
                return CompletableFuture.supplyAsync(() -> {
                            String found = there.hold(call, now, remembered -> "done twice");
                            return found == null ? "turned away" : found;
                        })
                        .join();
            });
            assertThat(meanwhile).isEqualTo("turned away");
            assertThat(there.<String>hold(call, now, remembered -> remembered == null ? "lost" : remembered.text()))
                    .isEqualTo("text");
        }
    }
}
