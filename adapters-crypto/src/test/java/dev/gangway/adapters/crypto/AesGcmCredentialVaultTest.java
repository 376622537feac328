package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.CredentialVault.CredentialsUnreadable;
import dev.gangway.application.testkit.contract.CredentialVaultContract;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmCredentialVaultTest implements CredentialVaultContract {
    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final CredentialsId id = crypto.ids().credentialsId();
    private final UserId owner = crypto.ids().userId();
    private final ApiCredentials credentials = of("planted-api-key", "planted-api-secret", "planted-passphrase");
    private final String firstKey = fixture.only(KeyPurpose.SEALING).id();
    private final SealedCredentials sealed = crypto.credentialVault().seal(id, owner, credentials);

    @Override
    public CredentialVault vault() {
        return crypto.credentialVault();
    }

    @Override
    public CredentialVault vaultOfAnotherRing() {
        return new Fixture().crypto().credentialVault();
    }

    static Stream<ApiCredentials> anything() {
        return Stream.of(
                of("key", "secret", null),
                of("key", "secret", ""),
                of("", "", null),
                of("keysecret", "", "x"),
                of("key\r\nof lines", "-----BEGIN EC PRIVATE KEY-----\r\nMHc\r\n-----END\r\n", null),
                of("ключ 🔑 鍵", "\u0000\u0001\uFFFD", "é\u0301"),
                of("k".repeat(4096), "s".repeat(4096), "🔑".repeat(4096)));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void givesBackExactlyWhatItWasGiven(ApiCredentials given) {
        assertThat(crypto.credentialVault().open(crypto.credentialVault().seal(id, owner, given)))
                .isEqualTo(given);
    }

    @Test
    void sealsUnderTheActiveKeyAndShowsNothing() {
        assertThat(sealed.sealed())
                .matches("v1\\." + firstKey + "\\.[A-Za-z0-9_-]+")
                .doesNotContain("planted");
        assertThat(sealed.id()).isEqualTo(id);
        assertThat(sealed.owner()).isEqualTo(owner);
        assertThat(sealed.toString()).doesNotContain(sealed.sealed());
    }

    @Test
    void neverUsesANonceTwice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String text = crypto.credentialVault().seal(id, owner, credentials).sealed();
            nonces.add(text.substring(text.lastIndexOf('.') + 1).substring(0, 16));
        }

        assertThat(nonces).hasSize(20_000);
    }

    @Test
    void opensNothingThatWasAltered() {
        Stream<String> altered = Fixture.misspellings(sealed.sealed(), Fixture.CHARACTERS);

        assertThat(altered.filter(this::opens)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "v1", "v1.", "v1..", "v1.x", "v1.x.", "v2.x.AAAA", "garbage", "v1.KID.", "v1.KID.AAAA"})
    void opensNoGarbage(String garbage) {
        assertThat(opens(garbage.replace("KID", firstKey))).isFalse();
    }

    @Test
    void opensNothingThatWasLengthenedOrShortened() {
        String text = sealed.sealed();

        assertThat(Stream.of(text + "A", text + "=", text + ".", text + " ", text.substring(0, text.length() - 4))
                        .filter(this::opens))
                .isEmpty();
    }

    @Test
    void opensNothingThatWasMovedToAnotherRowOrUser() {
        isUnreadable(new SealedCredentials(crypto.ids().credentialsId(), owner, sealed.sealed()));
        isUnreadable(new SealedCredentials(id, crypto.ids().userId(), sealed.sealed()));
    }

    @Test
    void opensNothingThatNamesAnotherKey() {
        WrappedKey other = rotated();
        String text = sealed.sealed();
        String moved = text.replace(firstKey, other.id());

        assertThat(moved).isNotEqualTo(text);
        isUnreadable(new SealedCredentials(id, owner, moved));
    }

    @Test
    void opensNothingThatTheBytesOfAnotherPurposeSealed() {
        WrappedKey links = fixture.only(KeyPurpose.LINKS);

        isUnreadable(new SealedCredentials(id, owner, sealed.sealed().replace(firstKey, links.id())));
    }

    @Test
    void aRotatedKeySealsAfterAMinuteAndTheOldOneStillOpens() {
        WrappedKey added = rotated();

        fixture.clock.advance(Duration.ofSeconds(59));
        assertThat(crypto.credentialVault().seal(id, owner, credentials).sealed())
                .startsWith("v1." + firstKey + ".");
        fixture.clock.advance(Duration.ofSeconds(1));
        SealedCredentials later = crypto.credentialVault().seal(id, owner, credentials);
        assertThat(later.sealed()).startsWith("v1." + added.id() + ".");
        assertThat(crypto.credentialVault().open(later)).isEqualTo(credentials);
        assertThat(crypto.credentialVault().open(sealed)).isEqualTo(credentials);
    }

    @Test
    void aRetiredKeyOpensNothing() {
        fixture.rings.retire(firstKey, fixture.clock.instant());
        fixture.clock.advance(KeyRingReader.FRESH);

        isUnreadable(sealed);
    }

    @Test
    void anotherInstallationOpensNothing() {
        CryptoAdapters other = new Fixture().crypto();

        assertThatThrownBy(() -> other.credentialVault().open(sealed)).isInstanceOf(CredentialsUnreadable.class);
    }

    @Test
    void refusesHalfASurrogatePairRatherThanSealSomethingElse() {
        assertThatThrownBy(() -> crypto.credentialVault().seal(id, owner, of("planted\uD83D", "planted", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("planted");
    }

    private WrappedKey rotated() {
        return fixture.rotate(crypto).stream()
                .filter(key -> key.purpose() == KeyPurpose.SEALING)
                .findFirst()
                .orElseThrow();
    }

    private boolean opens(String text) {
        try {
            crypto.credentialVault().open(new SealedCredentials(id, owner, text));
            return true;
        } catch (CredentialsUnreadable unreadable) {
            return false;
        }
    }

    private void isUnreadable(SealedCredentials altered) {
        assertThatThrownBy(() -> crypto.credentialVault().open(altered))
                .isInstanceOf(CredentialsUnreadable.class)
                .hasNoCause()
                .hasMessageContaining(altered.id().value())
                .hasMessageNotContaining("planted")
                .hasMessageNotContaining(altered.sealed());
    }

    private static ApiCredentials of(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }
}
