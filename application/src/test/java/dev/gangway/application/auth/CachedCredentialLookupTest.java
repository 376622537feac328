package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cache spares the database and never lets a revoked credential in for a second. */
class CachedCredentialLookupTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final OutboundSecret token = gangway.issueToken(sixpence);
    private final Digest hash = gangway.crypto().randomTokens().hash(token);
    private final Counting source = new Counting();
    private final CachedCredentialLookup cache = new CachedCredentialLookup(source, gangway.clock());

    /** Counts what is asked of the database; fails while it is down. */
    private final class Counting implements CredentialLookup {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean down;

        @Override
        public @Nullable Found byTokenHash(Digest tokenHash) {
            ask();
            return gangway.ports().credentialLookup().byTokenHash(tokenHash);
        }

        @Override
        public @Nullable Found byId(CredentialId id) {
            ask();
            return gangway.ports().credentialLookup().byId(id);
        }

        private void ask() {
            asked.incrementAndGet();
            if (down) {
                throw new IllegalStateException("down");
            }
        }
    }

    /** Answers the same whatever it is asked by. */
    private record Answering(Supplier<CredentialLookup.Found> answer) implements CredentialLookup {
        @Override
        public @Nullable Found byTokenHash(Digest tokenHash) {
            return answer.get();
        }

        @Override
        public @Nullable Found byId(CredentialId id) {
            return answer.get();
        }
    }

    private void revoke() {
        gangway.revokeCredential()
                .execute(new RevokeCredential.Command(found().credential().id(), InMemoryGangway.ORIGIN));
    }

    private CredentialLookup.Found found() {
        return Objects.requireNonNull(cache.byTokenHash(hash));
    }

    @Test
    void callsWithinTheTimeCostOneStatement() {
        for (int i = 0; i < 100; i++) {
            assertThat(found().partner()).isEqualTo(sixpence);
        }
        gangway.clock().advance(CachedCredentialLookup.KEPT.minusNanos(1));
        found();
        assertThat(source.asked).hasValue(1);
        gangway.clock().advance(Duration.ofNanos(1));
        found();
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void callsByIdCostOneStatementToo() {
        CredentialId id = found().credential().id();
        for (int i = 0; i < 100; i++) {
            assertThat(cache.byId(id)).isEqualTo(found());
        }
        assertThat(source.asked).hasValue(2);
        assertThat(cache.byId(new CredentialId(CredentialId.PREFIX + "0".repeat(26))))
                .isNull();
    }

    @Test
    void aRevocationHoldsWithinOneSecond() {
        found();
        revoke();
        assertThat(CachedCredentialLookup.KEPT).isLessThan(Duration.ofSeconds(1));
        gangway.clock().advance(CachedCredentialLookup.KEPT);
        assertThat(found().credential().isActive(gangway.clock().instant())).isFalse();
    }

    /** A database that is slow must not make an answer of before the revocation good for calls of long after it. */
    @Test
    void whoComesMuchLaterDoesNotShareAnAnswerThatIsLate() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        CachedCredentialLookup slow = new CachedCredentialLookup(
                new Answering(() -> {
                    CredentialLookup.Found read =
                            gangway.ports().credentialLookup().byTokenHash(hash);
                    if (asked.incrementAndGet() == 1) {
                        reading.countDown();
                        await(answer);
                    }
                    return Objects.requireNonNull(read);
                }),
                gangway.clock());
        List<Thread> second = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<CredentialLookup.@Nullable Found> first = threads.submit(() -> slow.byTokenHash(hash));
            await(reading);
            revoke();
            gangway.clock().advance(CachedCredentialLookup.KEPT);
            Future<CredentialLookup.@Nullable Found> later = threads.submit(() -> {
                second.add(Thread.currentThread());
                return slow.byTokenHash(hash);
            });
            while (waiting(second) == 0) {
                Thread.onSpinWait();
            }
            answer.countDown();
            assertThat(Objects.requireNonNull(first.get()).credential().revokedAt())
                    .as("for the call that came before the revocation")
                    .isNull();
            assertThat(Objects.requireNonNull(later.get()).credential().revokedAt())
                    .isNotNull();
        }
        assertThat(asked).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aClockThatIsSetBackKeepsNothingLonger() {
        found();
        revoke();
        gangway.clock().advance(Duration.ofHours(-1));
        assertThat(found().credential().revokedAt()).isNotNull();
    }

    @Test
    void whatIsNotThereIsNotKept() {
        Digest unknown = Hashes.of("guess");
        assertThat(cache.byTokenHash(unknown)).isNull();
        assertThat(cache.byTokenHash(unknown)).isNull();
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void ofManyCallsWhoseTimeIsOverOneAsks() {
        found();
        gangway.clock().advance(CachedCredentialLookup.KEPT);
        List<Partner> partners = Race.amongAll(i -> found().partner());
        assertThat(partners).containsOnly(sixpence);
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void ofManyFirstCallsOneAsks() {
        Race.amongAll(i -> found().partner());
        assertThat(source.asked).hasValue(1);
    }

    @Test
    void aFaultIsThrownAndTheNextCallAsksAgain() {
        found();
        gangway.clock().advance(CachedCredentialLookup.KEPT);
        source.down = true;
        assertThatThrownBy(() -> cache.byTokenHash(hash)).isInstanceOf(IllegalStateException.class);
        source.down = false;
        assertThat(found().partner()).isEqualTo(sixpence);
    }

    /** Were each to ask in its turn, the last of many callers would wait for all of their time-outs. */
    @Test
    void thoseWhoWaitShareTheFault() {
        List<Thread> racers = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        CachedCredentialLookup failing = new CachedCredentialLookup(
                new Answering(() -> {
                    asked.incrementAndGet();
                    while (waiting(racers) < Race.RACERS - 1) {
                        Thread.onSpinWait();
                    }
                    throw new IllegalStateException("down");
                }),
                gangway.clock());
        List<Boolean> failed = Race.amongAll(i -> {
            racers.add(Thread.currentThread());
            try {
                failing.byTokenHash(hash);
                return false;
            } catch (IllegalStateException down) {
                return true;
            }
        });
        assertThat(failed).hasSize(Race.RACERS).containsOnly(true);
        assertThat(asked).hasValue(1);
    }

    private static long waiting(List<Thread> racers) {
        return racers.stream()
                .filter(racer -> racer.getState() == Thread.State.WAITING)
                .count();
    }

    @Test
    void moreCredentialsThanItHoldsAreStillFound() {
        CredentialLookup.Found one = found();
        CachedCredentialLookup many = new CachedCredentialLookup(new Answering(() -> one), gangway.clock());
        for (int i = 0; i < 10_100; i++) {
            assertThat(many.byTokenHash(Hashes.of("token " + i))).isEqualTo(one);
        }
    }
}
