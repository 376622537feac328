package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@code KeyRings} is held to. */
public interface KeyRingsContract extends PersistenceContract {
    private static WrappedKey key(String id, KeyPurpose purpose, int second) {
        Instant createdAt = MovableClock.START.plusSeconds(second);
        return new WrappedKey(id, purpose, "master1", "wrapped " + id, createdAt, createdAt.plusSeconds(60), null);
    }

    private static WrappedKey under(String masterKeyId, WrappedKey key) {
        return new WrappedKey(
                key.id(),
                key.purpose(),
                masterKeyId,
                "rewrapped " + key.id(),
                key.createdAt(),
                key.activeFrom(),
                key.retiredAt());
    }

    @Test
    default void aKeyIsRetiredOnceAndKeepsItsPlace() {
        WrappedKey one = key("one", KeyPurpose.SEALING, 0);
        WrappedKey two = key("two", KeyPurpose.SEALING, 1);
        ports().keyRings().add(List.of(one, two));
        Instant at = MovableClock.START.plusSeconds(90);
        ports().keyRings().retire(List.of("one", "nobody"), at);
        ports().keyRings().retire(List.of("one"), at.plusSeconds(5));
        ports().keyRings().retire(List.of(), at);
        assertThat(ports().keyRings().all())
                .extracting(WrappedKey::id, WrappedKey::retiredAt)
                .containsExactly(tuple("one", at), tuple("two", null));
    }

    @Test
    default void anEmptyRingMissesEverything() {
        assertThat(ports().keyRings().all()).isEmpty();
        assertThat(ports().keyRings().missing()).containsExactly(KeyPurpose.values());
    }

    @Test
    default void keysReadBackAsTheyWereWrittenOldestFirst() {
        WrappedKey late = key("late", KeyPurpose.LINKS, 9);
        WrappedKey a = key("a", KeyPurpose.SEALING, 1);
        WrappedKey b = key("b", KeyPurpose.FORMS, 1);
        WrappedKey retired = new WrappedKey(
                "R_-0123456789012345678901234567",
                KeyPurpose.FINGERPRINTS,
                "master1",
                "w".repeat(500),
                MovableClock.START,
                MovableClock.START,
                MovableClock.START.plusNanos(123_456_000));
        ports().keyRings().add(List.of(late, b));
        ports().keyRings().add(List.of(a, retired));
        assertThat(ports().keyRings().all()).containsExactly(retired, a, b, late);
        assertThat(ports().keyRings().missing()).isEmpty();
    }

    @Test
    default void theFirstKeyOfAPurposeIsAddedOnce() {
        WrappedKey first = key("first", KeyPurpose.LINKS, 0);
        assertThat(ports().keyRings().addFirst(first)).isTrue();
        assertThat(ports().keyRings().addFirst(key("second", KeyPurpose.LINKS, 1)))
                .isFalse();
        assertThat(ports().keyRings().addFirst(key("other", KeyPurpose.FORMS, 2)))
                .isTrue();
        assertThat(ports().keyRings().all()).extracting(WrappedKey::id).containsExactly("first", "other");
    }

    @Test
    default void ofManyFirstKeysExactlyOneIsAdded() {
        List<Boolean> added = Race.among(16, i -> ports().keyRings().addFirst(key("racer" + i, KeyPurpose.SEALING, i)));
        assertThat(added).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().keyRings().all()).extracting(WrappedKey::id).containsExactly("racer" + added.indexOf(true));
    }

    @Test
    default void theNextKeyOfAPurposeIsAddedOnceForWhatItFollows() {
        ports().keyRings().add(List.of(key("first", KeyPurpose.FINGERPRINTS, 0), key("other", KeyPurpose.SEALING, 9)));
        Instant rotated = key("any", KeyPurpose.SEALING, 5).createdAt();
        WrappedKey next = key("next", KeyPurpose.FINGERPRINTS, 5);
        assertThat(ports().keyRings().addUnlessSince(rotated, next)).isTrue();
        assertThat(ports().keyRings().addUnlessSince(rotated, key("again", KeyPurpose.FINGERPRINTS, 6)))
                .isFalse();
        assertThat(ports().keyRings().addUnlessSince(rotated.plusSeconds(1), key("later", KeyPurpose.FINGERPRINTS, 7)))
                .isTrue();
        assertThat(ports().keyRings().all())
                .extracting(WrappedKey::id)
                .containsExactly("first", "next", "later", "other");
    }

    @Test
    default void ofManyNextKeysExactlyOneIsAdded() {
        ports().keyRings().add(List.of(key("first", KeyPurpose.FINGERPRINTS, 0)));
        Instant rotated = key("any", KeyPurpose.SEALING, 1).createdAt();
        List<Boolean> added = Race.among(
                16, i -> ports().keyRings().addUnlessSince(rotated, key("racer" + i, KeyPurpose.FINGERPRINTS, 1 + i)));
        assertThat(added).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().keyRings().all())
                .extracting(WrappedKey::id)
                .containsExactly("first", "racer" + added.indexOf(true));
    }

    @Test
    default void keysAreAddedAllOrNone() {
        ports().keyRings().add(List.of(key("taken", KeyPurpose.LINKS, 0)));
        List<WrappedKey> half = List.of(key("free", KeyPurpose.SEALING, 1), key("taken", KeyPurpose.FORMS, 1));
        assertThatThrownBy(() -> ports().keyRings().add(half)).isInstanceOf(RuntimeException.class);
        assertThat(ports().keyRings().all()).extracting(WrappedKey::id).containsExactly("taken");
    }

    @Test
    default void aKeyThatIsWrappedAnewStaysTheSameKey() {
        WrappedKey one = key("one", KeyPurpose.LINKS, 0);
        WrappedKey two = key("two", KeyPurpose.SEALING, 1);
        WrappedKey untouched = key("untouched", KeyPurpose.FORMS, 2);
        ports().keyRings().add(List.of(one, two, untouched));
        ports().keyRings().rewrap(List.of(under("master2", one), under("master2", two)));
        assertThat(ports().keyRings().all()).containsExactly(under("master2", one), under("master2", two), untouched);
    }
}
