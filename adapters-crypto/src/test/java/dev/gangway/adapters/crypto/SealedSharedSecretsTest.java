package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.SharedSecrets.New;
import dev.gangway.application.auth.port.SharedSecrets.SecretUnreadable;
import dev.gangway.application.testkit.contract.SharedSecretsContract;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SealedSharedSecretsTest implements SharedSecretsContract {
    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();

    @Override
    public SharedSecrets sharedSecrets() {
        return crypto.sharedSecrets();
    }

    @Override
    public SharedSecrets sharedSecretsOfAnotherRing() {
        return new Fixture().crypto().sharedSecrets();
    }

    @Test
    void areReadUnderTheirOwnKeyAfterRotation() {
        New before = sharedSecrets().issue(ID, PARTNER);
        fixture.rotate(crypto);
        fixture.clock.advance(Duration.ofMinutes(5));
        New after = sharedSecrets().issue(ID, PARTNER);

        assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
        for (New made : new New[] {before, after}) {
            byte[] mac = TokenForge.hmac(made.secret().value(), "");
            assertThat(sharedSecrets().verify(ID, PARTNER, made.sealed(), new byte[0], mac))
                    .isTrue();
        }
    }

    @Test
    void noneOfThemIsAUsersCredentialNorTheOtherWayRound() {
        CredentialsId row = crypto.ids().credentialsId();
        UserId owner = crypto.ids().userId();
        String credentials = crypto.credentialVault()
                .seal(row, owner, new ApiCredentials(Secret.of("key"), Secret.of("secret"), null))
                .sealed();
        assertThatThrownBy(() ->
                        sharedSecrets().verify(ID, PARTNER, new SealedSecret(credentials), new byte[0], new byte[32]))
                .isInstanceOf(SecretUnreadable.class);
    }

    private static String keyOf(New made) {
        return made.sealed().sealed().split("\\.")[1];
    }
}
