package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PublicKeys} is held to. */
public interface PublicKeysContract {
    /** A key of RSA; made once, for it takes a moment. */
    KeyPair RSA = TokenForge.rsa(2048);

    /** What is signed here. */
    byte[] MESSAGE = "header.claims".getBytes(StandardCharsets.UTF_8);

    /** The keys under test. */
    PublicKeys publicKeys();

    private PublicKey read(KeyPair pair) {
        return publicKeys().read("public_key", TokenForge.pem(pair.getPublic()));
    }

    private void assertRefused(String pem) {
        assertThatThrownBy(() -> publicKeys().read("public_key", pem))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("public_key"));
    }

    @ParameterizedTest
    @CsvSource({"RS256, SHA256withRSA", "RS384, SHA384withRSA", "RS512, SHA512withRSA"})
    default void anRsaKeyVerifiesWhatItsPrivateHalfSigned(JwsAlgorithm algorithm, String name) {
        byte[] signature = TokenForge.signature(RSA.getPrivate(), name, MESSAGE);
        assertThat(publicKeys().verify(read(RSA), algorithm, MESSAGE, signature))
                .isTrue();
        assertNothingElse(read(RSA), algorithm, signature);
    }

    @ParameterizedTest
    @CsvSource({
        "ES256, secp256r1, SHA256withECDSA",
        "ES384, secp384r1, SHA384withECDSA",
        "ES512, secp521r1, SHA512withECDSA"
    })
    default void anEcKeyVerifiesWhatItsPrivateHalfSigned(JwsAlgorithm algorithm, String curve, String name) {
        KeyPair pair = TokenForge.ec(curve);
        byte[] signature = TokenForge.signature(pair.getPrivate(), name + "inP1363Format", MESSAGE);
        assertThat(publicKeys().verify(read(pair), algorithm, MESSAGE, signature))
                .isTrue();
        assertNothingElse(read(pair), algorithm, signature);
        assertThat(publicKeys()
                        .verify(read(pair), algorithm, MESSAGE, TokenForge.signature(pair.getPrivate(), name, MESSAGE)))
                .as("as a sequence of two numbers")
                .isFalse();
        assertThat(publicKeys().verify(read(pair), algorithm, MESSAGE, new byte[signature.length]))
                .as("zero and zero")
                .isFalse();
    }

    private void assertNothingElse(PublicKey key, JwsAlgorithm algorithm, byte[] signature) {
        for (JwsAlgorithm other : JwsAlgorithm.values()) {
            if (other != algorithm) {
                assertThat(publicKeys().verify(key, other, MESSAGE, signature))
                        .as(other.name())
                        .isFalse();
            }
        }
        assertThat(publicKeys().verify(key, algorithm, new byte[0], signature)).isFalse();
        byte[] altered = signature.clone();
        altered[altered.length - 1] ^= 1;
        for (byte[] none : new byte[][] {
            altered,
            {},
            Arrays.copyOf(signature, signature.length - 1),
            Arrays.copyOf(signature, signature.length + 1),
            Arrays.copyOf(signature, signature.length + 2)
        }) {
            assertThat(publicKeys().verify(key, algorithm, MESSAGE, none)).isFalse();
        }
    }

    @Test
    default void aKeyHasOneSpellingWhicheverWayItCame() {
        String pem = TokenForge.pem(RSA.getPublic());
        PublicKey key = read(RSA);
        assertThat(key.pem()).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        byte[] info = RSA.getPublic().getEncoded();
        String pkcs1 = TokenForge.pem("RSA PUBLIC KEY", Arrays.copyOfRange(info, 24, info.length));
        for (String spelt : new String[] {pem, pem.strip(), "\n" + pem + "\n", pem.replace("\n", "\r\n"), pkcs1}) {
            assertThat(publicKeys().read("public_key", spelt)).isEqualTo(key);
        }
        assertThat(publicKeys().read("public_key", key.pem())).isEqualTo(key);
    }

    @Test
    default void aWeakKeyIsRefused() {
        assertRefused(TokenForge.pem(TokenForge.rsa(1024).getPublic()));
    }

    @Test
    default void aPrivateKeyIsRefusedAndSaidToBeOne() {
        for (String label :
                new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"}) {
            String pem = TokenForge.pem(label, RSA.getPrivate().getEncoded());
            assertThatThrownBy(() -> publicKeys().read("public_key", pem))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            invalid -> assertThat(invalid.explanation())
                                    .contains("private key")
                                    .doesNotContain(pem.substring(40, 60)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END RSA PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "ssh-rsa AAAAB3NzaC1yc2E"
            })
    default void whatIsNoPublicKeyIsRefused(String text) {
        assertRefused(text);
    }

    @Test
    default void twoKeysOrAKeyThatIsCutOffAreRefused() {
        String pem = TokenForge.pem(RSA.getPublic());
        assertRefused(pem + pem);
        byte[] info = RSA.getPublic().getEncoded();
        assertRefused(TokenForge.pem("PUBLIC KEY", Arrays.copyOf(info, info.length - 9)));
    }
}
