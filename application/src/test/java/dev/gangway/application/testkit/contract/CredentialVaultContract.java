package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.CredentialVault.CredentialsUnreadable;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CredentialVault} is held to. */
public interface CredentialVaultContract {
    /** What is sealed here. */
    ApiCredentials CREDENTIALS = credentials("planted-api-key", "planted-api-secret", null);

    /** The vault under test; the same within one test. */
    CredentialVault vault();

    /** A vault that has none of the first one's keys. */
    CredentialVault vaultOfAnotherRing();

    private static ApiCredentials credentials(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }

    private static CredentialsId id(int number) {
        return new DeterministicIds(number).credentialsId();
    }

    private static UserId owner(int number) {
        return new DeterministicIds(number).userId();
    }

    private void assertUnreadable(CredentialVault vault, SealedCredentials sealed) {
        assertThatThrownBy(() -> vault.open(sealed))
                .isInstanceOf(CredentialsUnreadable.class)
                .hasMessageContaining(sealed.id().value())
                .hasMessageNotContainingAny("planted", sealed.sealed().isEmpty() ? "planted" : sealed.sealed());
    }

    @Test
    default void whatWasSealedOpens() {
        List<ApiCredentials> all = List.of(
                CREDENTIALS,
                credentials("planted-api-key", "planted-api-secret", "planted-passphrase"),
                credentials(
                        "k".repeat(4096),
                        "-----BEGIN EC PRIVATE KEY-----\r\nMHc\n-----END",
                        "\uD83D\uDE00".repeat(4096)));
        for (ApiCredentials credentials : all) {
            SealedCredentials sealed = vault().seal(id(1), owner(1), credentials);
            assertThat(sealed.id()).isEqualTo(id(1));
            assertThat(sealed.owner()).isEqualTo(owner(1));
            assertThat(vault().open(sealed)).isEqualTo(credentials);
        }
    }

    @Test
    default void theSealTellsNothingAndNoTwoAreAlike() {
        SealedCredentials one = vault().seal(id(1), owner(1), CREDENTIALS);
        SealedCredentials two = vault().seal(id(1), owner(1), CREDENTIALS);
        assertThat(one.sealed()).doesNotContain("planted").isNotEqualTo(two.sealed());
        assertThat(one.sealed()).matches("[\\x21-\\x7E]+");
    }

    @Test
    default void theSealHoldsForItsIdAndOwnerOnly() {
        SealedCredentials sealed = vault().seal(id(1), owner(1), CREDENTIALS);
        assertUnreadable(vault(), new SealedCredentials(id(2), owner(1), sealed.sealed()));
        assertUnreadable(vault(), new SealedCredentials(id(1), owner(2), sealed.sealed()));
    }

    @Test
    default void anotherRingOpensNothing() {
        assertUnreadable(vaultOfAnotherRing(), vault().seal(id(1), owner(1), CREDENTIALS));
    }

    @Test
    default void aSealWithAnyCharacterAlteredMissingOrAddedDoesNotOpen() {
        String text = vault().seal(id(1), owner(1), CREDENTIALS).sealed();
        for (int i = 0; i < text.length(); i++) {
            String altered = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), altered));
            assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), text.substring(0, i)));
        }
        assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), text + "A"));
        assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), text + "="));
        assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), " " + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "not a seal", "v1", "v1.k.n.c", "\uD83D\uDE00", "\u0000"})
    default void whatIsNoSealDoesNotOpen(String text) {
        assertUnreadable(vault(), new SealedCredentials(id(1), owner(1), text));
    }
}
