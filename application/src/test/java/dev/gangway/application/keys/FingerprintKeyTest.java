package dev.gangway.application.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.testkit.memory.InMemorySealedRows;
import dev.gangway.application.testkit.memory.InMemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job that re-seals is what changes the fingerprint key: once for each rotation, published before it is used. */
class FingerprintKeyTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final KeyRings rings = store.ports().keyRings();
    private final InMemoryCrypto crypto = new InMemoryCrypto("master", null);
    /** Nothing is to be read before all keys are in use. */
    private final SealedRows unread =
            new Faults(1, Faults.Moment.BEFORE).in(SealedRows.class, new InMemorySealedRows(store));

    /** Uses what is in the rings at once, and has nothing to do. */
    private final class Current implements Resealing {
        @Override
        public KeysInUse keys() {
            return new KeysInUse(newest(KeyPurpose.SEALING), newest(KeyPurpose.FINGERPRINTS));
        }

        private String newest(KeyPurpose purpose) {
            return rings.all().stream()
                    .filter(key -> key.purpose() == purpose && !key.activeFrom().isAfter(clock.instant()))
                    .max(Comparator.comparing(WrappedKey::activeFrom))
                    .orElseThrow()
                    .id();
        }

        @Override
        public Resealed reseal(SealedRow row) {
            return new Resealed.AsNew();
        }
    }

    @BeforeEach
    void firstKeys() {
        rotate();
        clock.advance(Duration.ofDays(1));
    }

    private void rotate() {
        new RotateKeys(rings, crypto.keyWrapping(), store.ports().auditTrail(), clock)
                .execute(new RotateKeys.Command(InMemoryGangway.ORIGIN));
    }

    private ResealSecrets.Outcome run(SealedRows rows) {
        return run(crypto, rows, new Current(), clock);
    }

    private ResealSecrets.Outcome run(InMemoryCrypto with, SealedRows rows, Resealing resealing, Clock by) {
        return new ResealSecrets(rings, with.keyWrapping(), rows, resealing, by)
                .execute(new ResealSecrets.Command(null));
    }

    private static @Nullable Instant waitsUntil(ResealSecrets.Outcome outcome) {
        return outcome instanceof ResealSecrets.Outcome.Waiting waiting ? waiting.until() : null;
    }

    private List<WrappedKey> fingerprintKeys() {
        return rings.all().stream()
                .filter(key -> key.purpose() == KeyPurpose.FINGERPRINTS)
                .toList();
    }

    @Test
    void withoutARotationTheKeyStays() {
        assertThat(run(new InMemorySealedRows(store))).isInstanceOf(ResealSecrets.Outcome.Done.class);
        assertThat(fingerprintKeys()).hasSize(1);
    }

    @Test
    void aRotationIsFollowedByOneKeyAndEverythingWaitsForIt() {
        rotate();
        clock.advance(Duration.ofSeconds(20));
        Instant inUse = clock.instant().plus(WrappedKey.PUBLISHED_BEFORE_USE);
        assertThat(waitsUntil(run(unread))).isEqualTo(inUse);
        assertThat(fingerprintKeys()).hasSize(2).last().satisfies(key -> {
            assertThat(key.createdAt()).isEqualTo(clock.instant());
            assertThat(key.activeFrom()).isEqualTo(inUse);
        });
        clock.advance(WrappedKey.PUBLISHED_BEFORE_USE.minusMillis(1));
        assertThat(waitsUntil(run(unread))).isEqualTo(inUse);
        clock.advance(Duration.ofMillis(1));
        KeysInUse keys = new Current().keys();
        assertThat(keys.fingerprints()).isEqualTo(fingerprintKeys().get(1).id());
        assertThat(run(new InMemorySealedRows(store))).isEqualTo(new ResealSecrets.Outcome.Done(keys, 0, 0));
        assertThat(fingerprintKeys()).hasSize(2);
    }

    @Test
    void ofManyNodesOneAddsIt() {
        rotate();
        assertThat(Race.among(16, i -> waitsUntil(run(unread)))).doesNotContainNull();
        assertThat(fingerprintKeys()).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        rotate();
        run(unread);
        run(unread);
        assertThat(fingerprintKeys()).as("one more for the next rotation").hasSize(3);
    }

    @Test
    void aNodeThatLacksTheRotationsMasterKeyAddsNone() {
        rotate();
        InMemoryCrypto next = new InMemoryCrypto("next", "master");
        InMemoryCrypto forgotten = new InMemoryCrypto("master", null);
        new RotateKeys(rings, next.keyWrapping(), store.ports().auditTrail(), clock)
                .execute(new RotateKeys.Command(InMemoryGangway.ORIGIN));
        assertThat(waitsUntil(run(forgotten, unread, new Current(), clock))).isNotNull();
        assertThat(fingerprintKeys()).hasSize(1);
        run(next, unread, new Current(), clock);
        assertThat(fingerprintKeys()).extracting(WrappedKey::masterKeyId).containsOnly("next");
    }

    @Test
    void aNodeWhoseClockIsBehindTheRotationAddsNone() {
        rotate();
        Clock behind = Clock.offset(clock, Duration.ofSeconds(-5));
        assertThat(waitsUntil(run(crypto, unread, new Current(), behind))).isNotNull();
        assertThat(fingerprintKeys()).hasSize(1);
    }

    @Test
    void aNodeThatHasNotReadTheNewestKeysWaits() {
        Resealing old = new Current();
        KeysInUse before = old.keys();
        rotate();
        run(unread);
        clock.advance(Duration.ofMinutes(5));
        Resealing stale = new Resealing() {
            @Override
            public KeysInUse keys() {
                return before;
            }

            @Override
            public Resealed reseal(SealedRow row) {
                throw new AssertionError("nothing is sealed");
            }
        };
        assertThat(waitsUntil(run(crypto, unread, stale, clock))).isEqualTo(clock.instant());
    }
}
