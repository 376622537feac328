package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.testkit.fixture.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link KeyWrapping} is held to. */
public interface KeyWrappingContract {
    /** When keys are made here. */
    Instant NOW = MovableClock.START;

    /** The wrapping under test, by one master key. */
    KeyWrapping wrapping();

    /** By a second master key, with the first one's as the previous. */
    KeyWrapping wrappingAfterTheMasterKeyChanged();

    /** By a third master key, with none before it. */
    KeyWrapping wrappingOfAStranger();

    @Test
    default void aNewKeyIsWhatItWasMadeFor() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            WrappedKey key = wrapping().generate(purpose, NOW, NOW.plusSeconds(60));
            assertThat(key.purpose()).isEqualTo(purpose);
            assertThat(key.createdAt()).isEqualTo(NOW);
            assertThat(key.activeFrom()).isEqualTo(NOW.plusSeconds(60));
            assertThat(key.retiredAt()).isNull();
            assertThat(key.id()).matches("[A-Za-z0-9_-]{1,32}");
            assertThat(wrapping().isCurrent(key)).isTrue();
        }
    }

    @Test
    default void noTwoKeysAreAlike() {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            WrappedKey key = wrapping().generate(KeyPurpose.LINKS, NOW, NOW);
            seen.add(key.id());
            seen.add(key.wrapped());
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    default void aKeyUnderThePreviousMasterKeyIsWrappedAnewAndStaysTheSameKey() {
        WrappedKey old = wrapping().generate(KeyPurpose.SEALING, NOW, NOW.plusSeconds(60));
        KeyWrapping next = wrappingAfterTheMasterKeyChanged();
        assertThat(next.isCurrent(old)).isFalse();
        WrappedKey anew = next.rewrap(old);
        assertThat(next.isCurrent(anew)).isTrue();
        assertThat(wrapping().isCurrent(anew)).isFalse();
        assertThat(anew.masterKeyId()).isNotEqualTo(old.masterKeyId());
        assertThat(anew.wrapped()).isNotEqualTo(old.wrapped());
        assertThat(new WrappedKey(
                        anew.id(),
                        anew.purpose(),
                        old.masterKeyId(),
                        old.wrapped(),
                        anew.createdAt(),
                        anew.activeFrom(),
                        anew.retiredAt()))
                .isEqualTo(old);
    }

    @Test
    default void aKeyUnderAnUnknownMasterKeyIsNotWrappedAnew() {
        WrappedKey key = wrappingOfAStranger().generate(KeyPurpose.SEALING, NOW, NOW);
        assertThat(wrapping().isCurrent(key)).isFalse();
        assertThatThrownBy(() -> wrapping().rewrap(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(key.wrapped());
    }

    @Test
    default void aKeyServesNoOtherPurposeAndNoOtherId() {
        WrappedKey key = wrapping().generate(KeyPurpose.SEALING, NOW, NOW);
        assertThatThrownBy(() -> wrapping().rewrap(like(key, key.id(), KeyPurpose.LINKS, key.wrapped())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wrapping().rewrap(like(key, "another", key.purpose(), key.wrapped())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void anAlteredKeyIsNotWrappedAnew() {
        WrappedKey key = wrapping().generate(KeyPurpose.SEALING, NOW, NOW);
        String text = key.wrapped();
        for (int i = 0; i < text.length(); i++) {
            String altered = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> wrapping().rewrap(like(key, key.id(), key.purpose(), altered)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static WrappedKey like(WrappedKey key, String id, KeyPurpose purpose, String wrapped) {
        return new WrappedKey(
                id, purpose, key.masterKeyId(), wrapped, key.createdAt(), key.activeFrom(), key.retiredAt());
    }
}
