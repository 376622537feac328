package dev.gangway.application.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.audit.AuditAction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New keys are published before they are used, and old ones stay. */
class RotateKeysTest {
    private final MovableClock clock = new MovableClock();
    private final PersistencePorts ports = new InMemoryStore().ports();
    private final KeyRings rings = ports.keyRings();
    private final InMemoryCrypto crypto = new InMemoryCrypto("master", null);

    private RotateKeys.Outcome.Rotated rotate(InMemoryCrypto with) {
        RotateKeys.Outcome outcome = new RotateKeys(rings, with.keyWrapping(), ports.auditTrail(), clock)
                .execute(new RotateKeys.Command(InMemoryGangway.ORIGIN));
        return switch (outcome) {
            case RotateKeys.Outcome.Rotated rotated -> rotated;
        };
    }

    @Test
    void aRotationIsInTheAuditLog() {
        rotate(crypto);
        assertThat(ports.observed().audit()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.KEYS_ROTATED);
            assertThat(entry.origin()).isEqualTo(InMemoryGangway.ORIGIN);
        });
    }

    @Test
    void anEmptyRingGetsOneKeyOfEachPurposeAtOnce() {
        assertThat(rotate(crypto).added()).hasSize(KeyPurpose.values().length);
        assertThat(rings.all()).extracting(WrappedKey::purpose).containsExactlyInAnyOrder(KeyPurpose.values());
        assertThat(rings.all()).extracting(WrappedKey::activeFrom).containsOnly(clock.instant());
    }

    @Test
    void newKeysArePublishedBeforeTheyAreUsedAndTheOldOnesStay() {
        rotate(crypto);
        List<WrappedKey> before = rings.all();
        clock.advance(Duration.ofDays(1));
        RotateKeys.Outcome.Rotated rotated = rotate(crypto);
        assertThat(rotated.added())
                .extracting(WrappedKey::purpose)
                .containsExactlyInAnyOrder(KeyPurpose.SEALING, KeyPurpose.LINKS, KeyPurpose.FORMS);
        assertThat(rotated.added())
                .extracting(WrappedKey::activeFrom)
                .containsOnly(clock.instant().plus(WrappedKey.PUBLISHED_BEFORE_USE));
        assertThat(rotated.rewrapped()).isZero();
        assertThat(rings.all()).containsAll(before).containsAll(rotated.added()).hasSize(7);
        assertThat(rings.all()).extracting(WrappedKey::retiredAt).containsOnlyNulls();
    }

    @Test
    void fingerprintsKeepTheirKey() {
        rotate(crypto);
        rotate(crypto);
        assertThat(rings.all())
                .filteredOn(key -> key.purpose() == KeyPurpose.FINGERPRINTS)
                .hasSize(1);
    }

    @Test
    void keysUnderThePreviousMasterKeyAreWrappedAnew() {
        rotate(crypto);
        InMemoryCrypto next = new InMemoryCrypto("next", "master");
        assertThat(rotate(next).rewrapped()).isEqualTo(4);
        assertThat(rings.all()).extracting(WrappedKey::masterKeyId).containsOnly("next");
        assertThat(rotate(next).rewrapped()).isZero();
    }

    @Test
    void underAnUnknownMasterKeyNothingIsChanged() {
        rotate(crypto);
        List<WrappedKey> before = rings.all();
        InMemoryCrypto stranger = new InMemoryCrypto("stranger", null);
        assertThatThrownBy(() -> rotate(stranger)).isInstanceOf(IllegalStateException.class);
        assertThat(rings.all()).isEqualTo(before);
    }
}
