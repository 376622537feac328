package dev.gangway.application.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key ends when nothing is stored under it, and no sooner. */
class RetireKeysTest {
    private final MovableClock clock = new MovableClock();
    private final KeyRings rings = new InMemoryStore().ports().keyRings();
    private final Map<String, Long> sealed = new HashMap<>();
    private final Map<String, Long> fingerprinted = new HashMap<>();

    private final SealedRows rows = new SealedRows() {
        @Override
        public List<SealedRow> underOthersThan(KeysInUse keys, SealedRow.Kind kind, @Nullable String after, int limit) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public boolean replace(SealedRow known, Resealing.Resealed.Anew anew) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public long countSealedUnder(String keyId) {
            return sealed.getOrDefault(keyId, 0L);
        }

        @Override
        public long countFingerprintedUnder(String keyId) {
            return fingerprinted.getOrDefault(keyId, 0L);
        }
    };

    private void key(String id, KeyPurpose purpose, Instant activeFrom) {
        rings.add(List.of(
                new WrappedKey(id, purpose, "master", "wrapped", activeFrom.minusSeconds(60), activeFrom, null)));
    }

    private RetireKeys.Outcome.Retired retire() {
        return switch (new RetireKeys(rings, rows, new InMemoryStore().ports().auditTrail(), clock)
                .execute(new RetireKeys.Command(InMemoryGangway.ORIGIN))) {
            case RetireKeys.Outcome.Retired retired -> retired;
        };
    }

    private List<String> retiredIds() {
        return retire().retired().stream().map(WrappedKey::id).toList();
    }

    @Test
    void anOldKeyUnderWhichNothingIsSealedEnds() {
        Instant now = clock.instant();
        key("old", KeyPurpose.SEALING, now.minus(Duration.ofDays(30)));
        key("new", KeyPurpose.SEALING, now.minus(Duration.ofDays(1)));
        sealed.put("new", 7L);
        assertThat(retiredIds()).containsExactly("old");
        assertThat(rings.all())
                .extracting(WrappedKey::id, WrappedKey::retiredAt)
                .containsExactly(tuple("old", now), tuple("new", null));
        assertThat(retire()).isEqualTo(new RetireKeys.Outcome.Retired(List.of(), List.of()));
    }

    @Test
    void aKeyUnderWhichSomethingIsSealedStaysAndTellsHowMuch() {
        Instant now = clock.instant();
        key("old", KeyPurpose.SEALING, now.minus(Duration.ofDays(30)));
        key("new", KeyPurpose.SEALING, now.minus(Duration.ofDays(1)));
        sealed.put("old", 3L);
        RetireKeys.Outcome.Retired outcome = retire();
        assertThat(outcome.retired()).isEmpty();
        assertThat(outcome.inUse()).singleElement().satisfies(inUse -> {
            assertThat(inUse.key().id()).isEqualTo("old");
            assertThat(inUse.rows()).isEqualTo(3);
        });
    }

    @Test
    void theOnlyTheNewestAndTheNextKeyStay() {
        Instant now = clock.instant();
        key("only", KeyPurpose.SEALING, now.minus(Duration.ofDays(1)));
        key("next", KeyPurpose.SEALING, now.plusSeconds(60));
        assertThat(retiredIds()).as("the next one seals nothing yet").isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(retiredIds()).as("somebody may still hold what it sealed").isEmpty();
        clock.advance(RetireKeys.SUPERSEDED_FOR);
        assertThat(retiredIds()).containsExactly("only");
    }

    @Test
    void aFingerprintKeyEndsWhenNothingIsFingerprintedUnderIt() {
        Instant now = clock.instant();
        key("old", KeyPurpose.FINGERPRINTS, now.minus(Duration.ofDays(30)));
        key("new", KeyPurpose.FINGERPRINTS, now.minus(Duration.ofMinutes(1)));
        fingerprinted.put("old", 2L);
        fingerprinted.put("new", 7L);
        assertThat(retire().inUse()).singleElement().satisfies(inUse -> {
            assertThat(inUse.key().id()).isEqualTo("old");
            assertThat(inUse.rows()).isEqualTo(2);
        });
        fingerprinted.put("old", 0L);
        assertThat(retiredIds())
                .as("somebody may still hold what it fingerprinted")
                .isEmpty();
        clock.advance(RetireKeys.SUPERSEDED_FOR);
        assertThat(retiredIds()).containsExactly("old");
    }

    @Test
    void keysOfOtherPurposesStay() {
        key("a", KeyPurpose.LINKS, clock.instant().minus(Duration.ofDays(9)));
        key("b", KeyPurpose.LINKS, clock.instant().minus(Duration.ofDays(8)));
        assertThat(retire()).isEqualTo(new RetireKeys.Outcome.Retired(List.of(), List.of()));
    }
}
