package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.testkit.contract.KeyWrappingContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MasterKeyWrappingTest implements KeyWrappingContract {
    private final MasterKey master = MasterKey.generate();
    private final MasterKeyWrapping wrapping = new MasterKeyWrapping(master, null);
    private final WrappedKey key = wrapping.generate(KeyPurpose.LINKS, NOW, NOW.plusSeconds(60));

    @Override
    public KeyWrapping wrapping() {
        return wrapping;
    }

    @Override
    public KeyWrapping wrappingAfterTheMasterKeyChanged() {
        return new MasterKeyWrapping(MasterKey.generate(), master);
    }

    @Override
    public KeyWrapping wrappingOfAStranger() {
        return new MasterKeyWrapping(MasterKey.generate(), null);
    }

    @ParameterizedTest
    @EnumSource
    void makesKeysThatTheMasterKeyOpens(KeyPurpose purpose) {
        WrappedKey made = wrapping.generate(purpose, NOW, NOW.plusSeconds(60));

        assertThat(wrapping.unwrap(made).forNimbus()).hasSize(32);
        assertThat(made.id()).matches("[A-Za-z0-9]{12}");
        assertThat(made.purpose()).isEqualTo(purpose);
        assertThat(made.masterKeyId()).isEqualTo(master.id());
        assertThat(made.createdAt()).isEqualTo(NOW);
        assertThat(made.activeFrom()).isEqualTo(NOW.plusSeconds(60));
        assertThat(made.retiredAt()).isNull();
        assertThat(wrapping.isCurrent(made)).isTrue();
    }

    @Test
    void makesAnotherKeyEveryTime() {
        WrappedKey other = wrapping.generate(KeyPurpose.LINKS, NOW, NOW);

        assertThat(other.id()).isNotEqualTo(key.id());
        assertThat(wrapping.unwrap(other).forNimbus())
                .isNotEqualTo(wrapping.unwrap(key).forNimbus());
    }

    @Test
    void keepsTheKeyWhenItWrapsItUnderTheNextMasterKey() {
        MasterKey next = MasterKey.generate();
        MasterKeyWrapping both = new MasterKeyWrapping(next, master);

        WrappedKey rewrapped = both.rewrap(key);

        assertThat(both.isCurrent(key)).isFalse();
        assertThat(both.isCurrent(rewrapped)).isTrue();
        assertThat(rewrapped.id()).isEqualTo(key.id());
        assertThat(rewrapped.activeFrom()).isEqualTo(key.activeFrom());
        assertThat(rewrapped.wrapped()).isNotEqualTo(key.wrapped());
        assertThat(new MasterKeyWrapping(next, null).unwrap(rewrapped).forNimbus())
                .isEqualTo(both.unwrap(key).forNimbus())
                .isEqualTo(wrapping.unwrap(key).forNimbus());
    }

    @Test
    void namesTheMasterKeyThatIsMissing() {
        MasterKey other = MasterKey.generate();
        MasterKey another = MasterKey.generate();
        MasterKeyWrapping lost = new MasterKeyWrapping(other, another);

        assertThatThrownBy(() -> lost.rewrap(key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key.id())
                .hasMessageContaining(master.id())
                .hasMessageContaining(other.id())
                .hasMessageContaining(another.id());
    }

    @Test
    void opensNothingThatWasAltered() {
        List<WrappedKey> altered = Fixture.misspellings(key.wrapped(), Fixture.CHARACTERS)
                .map(this::withText)
                .toList();

        assertThat(altered).isNotEmpty().allSatisfy(this::isRefused);
        isRefused(withText(""));
        isRefused(withText("v1."));
        isRefused(withText(key.wrapped() + "="));
        isRefused(withText(key.wrapped().substring(0, key.wrapped().length() - 1)));
    }

    @Test
    void opensNothingThatWasMovedToAnotherRow() {
        isRefused(copy("another", KeyPurpose.LINKS, master.id(), key.wrapped()));
        isRefused(copy(key.id(), KeyPurpose.SEALING, master.id(), key.wrapped()));
        isRefused(copy(key.id(), KeyPurpose.LINKS, MasterKey.generate().id(), key.wrapped()));
        isRefused(withText(wrapping.generate(KeyPurpose.LINKS, NOW, NOW).wrapped()));
    }

    @Test
    void opensNothingUnderAnotherMasterKeyOfTheSameName() {
        MasterKeyWrapping other = new MasterKeyWrapping(MasterKey.generate(), null);
        WrappedKey foreign = other.generate(KeyPurpose.LINKS, NOW, NOW);

        isRefused(copy(foreign.id(), KeyPurpose.LINKS, master.id(), foreign.wrapped()));
    }

    private WrappedKey withText(String wrapped) {
        return copy(key.id(), key.purpose(), key.masterKeyId(), wrapped);
    }

    private static WrappedKey copy(String id, KeyPurpose purpose, String masterKeyId, String wrapped) {
        return new WrappedKey(id, purpose, masterKeyId, wrapped, NOW, NOW, null);
    }

    private void isRefused(WrappedKey altered) {
        assertThatThrownBy(() -> wrapping.unwrap(altered))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(altered.id());
    }
}
