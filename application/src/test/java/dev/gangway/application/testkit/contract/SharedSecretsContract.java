package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.SharedSecrets.New;
import dev.gangway.application.auth.port.SharedSecrets.SecretUnreadable;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.partner.PartnerId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SharedSecrets} is held to. */
public interface SharedSecretsContract {
    /** Whose secrets these are. */
    CredentialId ID = new CredentialId("cred_01J00000000000000000000000");

    /** The partner that has it. */
    PartnerId PARTNER = new PartnerId(new UUID(1, 2));

    /** The secrets under test; the same within one test. */
    SharedSecrets sharedSecrets();

    /** Secrets that have none of the first one's keys. */
    SharedSecrets sharedSecretsOfAnotherRing();

    private boolean verify(New made, String message, byte[] mac) {
        return sharedSecrets().verify(ID, PARTNER, made.sealed(), message.getBytes(StandardCharsets.UTF_8), mac);
    }

    @Test
    default void aSecretVerifiesWhatItSigned() {
        New made = sharedSecrets().issue(ID, PARTNER);
        assertThat(verify(made, "message", TokenForge.hmac(made.secret().value(), "message")))
                .isTrue();
        String text = "Zo\u00eb \uD83D\uDD11";
        byte[] mac = TokenForge.hmac(made.secret().value(), text);
        assertThat(verify(made, text, mac)).isTrue();
        assertThat(sharedSecrets().verify(ID, PARTNER, made.sealed(), text, mac))
                .isTrue();
        assertThat(sharedSecrets().verify(ID, PARTNER, made.sealed(), "Zoe", mac))
                .isFalse();
        assertThat(verify(made, "", TokenForge.hmac(made.secret().value(), ""))).isTrue();
    }

    @Test
    default void nothingElseVerifies() {
        New made = sharedSecrets().issue(ID, PARTNER);
        byte[] mac = TokenForge.hmac(made.secret().value(), "message");
        assertThat(verify(made, "another", mac)).isFalse();
        assertThat(verify(made, "message", new byte[0])).isFalse();
        assertThat(verify(made, "message", java.util.Arrays.copyOf(mac, 31))).isFalse();
        assertThat(verify(made, "message", java.util.Arrays.copyOf(mac, 33))).isFalse();
        for (int i = 0; i < mac.length; i++) {
            byte[] altered = mac.clone();
            altered[i] ^= 1;
            assertThat(verify(made, "message", altered)).isFalse();
        }
        New other = sharedSecrets().issue(ID, PARTNER);
        assertThat(verify(other, "message", mac)).isFalse();
    }

    @Test
    default void eachSecretIsNewAndLongEnoughForItsAlgorithm() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String secret = sharedSecrets().issue(ID, PARTNER).secret().value();
            assertThat(secret).matches("[A-Za-z0-9_-]{43,128}");
            assertThat(secrets.add(secret)).isTrue();
        }
    }

    @Test
    default void whatIsStoredDoesNotHoldTheSecret() {
        New made = sharedSecrets().issue(ID, PARTNER);
        assertThat(made.sealed().sealed()).doesNotContain(made.secret().value());
        assertThat(made.toString())
                .doesNotContain(made.secret().value())
                .doesNotContain(made.sealed().sealed());
    }

    @Test
    default void aSealOpensForItsOwnCredentialAlone() {
        New made = sharedSecrets().issue(ID, PARTNER);
        byte[] mac = TokenForge.hmac(made.secret().value(), "");
        CredentialId another = new CredentialId("cred_01J00000000000000000000001");
        assertUnreadable(() -> sharedSecrets().verify(another, PARTNER, made.sealed(), new byte[0], mac));
        PartnerId stranger = new PartnerId(new UUID(1, 3));
        assertUnreadable(() -> sharedSecrets().verify(ID, stranger, made.sealed(), new byte[0], mac));
        assertUnreadable(() -> sharedSecretsOfAnotherRing().verify(ID, PARTNER, made.sealed(), new byte[0], mac));
    }

    @Test
    default void anAlteredSealDoesNotOpen() {
        New made = sharedSecrets().issue(ID, PARTNER);
        String sealed = made.sealed().sealed();
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertUnreadable(
                    () -> sharedSecrets().verify(ID, PARTNER, new SealedSecret(altered), new byte[0], new byte[32]));
        }
        for (String none : new String[] {"", ".", "v1.", "v1..", sealed + "A", sealed + "=", sealed + " "}) {
            assertUnreadable(
                    () -> sharedSecrets().verify(ID, PARTNER, new SealedSecret(none), new byte[0], new byte[32]));
        }
    }

    private static void assertUnreadable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(SecretUnreadable.class).hasNoCause();
    }
}
