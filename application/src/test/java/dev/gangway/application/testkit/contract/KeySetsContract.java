package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.KeySets.Answer;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link KeySets} is held to. */
public interface KeySetsContract {
    /** Where a partner publishes. */
    KeySetAddress ADDRESS = new KeySetAddress(new WebAddress("https://partner.example/.well-known/jwks.json"));

    /** One of its keys. */
    KeyPair ONE = TokenForge.ec("secp256r1");

    /** Another. */
    KeyPair TWO = TokenForge.ec("secp256r1");

    /** A third, of another kind. */
    KeyPair RSA = TokenForge.rsa(2048);

    /** What is signed here. */
    byte[] MESSAGE = "header.claims".getBytes(StandardCharsets.UTF_8);

    /** The sets under test; the same within one test. */
    KeySets keySets();

    /** Publishes keys by their ids, in place of those before them. */
    void publish(KeySetAddress address, Map<String, PublicKey> keys);

    /** Lets an address answer no more. */
    void takeDown(KeySetAddress address);

    private Answer verify(@Nullable String keyId, KeyPair signer) {
        return keySets()
                .verify(
                        ADDRESS,
                        keyId,
                        JwsAlgorithm.ES256,
                        MESSAGE,
                        TokenForge.signature(signer.getPrivate(), "SHA256withECDSAinP1363Format", MESSAGE));
    }

    private void publishBoth() {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        keys.put("one", ONE.getPublic());
        keys.put("two", TWO.getPublic());
        publish(ADDRESS, keys);
    }

    @Test
    default void aTokenIsVerifiedByTheKeyThatItNames() {
        publishBoth();
        assertThat(verify("one", ONE)).isEqualTo(Answer.VALID);
        assertThat(verify("two", TWO)).isEqualTo(Answer.VALID);
        assertThat(verify("two", ONE)).isEqualTo(Answer.INVALID);
        assertThat(verify("three", ONE)).isEqualTo(Answer.INVALID);
        assertThat(verify("", ONE)).isEqualTo(Answer.INVALID);
        assertThat(verify("ONE", ONE)).isEqualTo(Answer.INVALID);
    }

    @Test
    default void aTokenThatNamesNoneIsVerifiedWhereOneAloneFits() {
        publish(ADDRESS, Map.of("one", ONE.getPublic(), "rsa", RSA.getPublic()));
        assertThat(verify(null, ONE)).isEqualTo(Answer.VALID);
        assertThat(verify(null, TWO)).isEqualTo(Answer.INVALID);
        publishBoth();
        KeySetAddress other = new KeySetAddress(new WebAddress("https://partner.example/both"));
        publish(other, Map.of("one", ONE.getPublic(), "two", TWO.getPublic()));
        byte[] signature = TokenForge.signature(ONE.getPrivate(), "SHA256withECDSAinP1363Format", MESSAGE);
        assertThat(keySets().verify(other, null, JwsAlgorithm.ES256, MESSAGE, signature))
                .isEqualTo(Answer.INVALID);
    }

    @Test
    default void aKeyVerifiesItsOwnAlgorithmsAlone() {
        publish(ADDRESS, Map.of("rsa", RSA.getPublic()));
        byte[] signature = TokenForge.signature(RSA.getPrivate(), "SHA384withRSA", MESSAGE);
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            assertThat(keySets().verify(ADDRESS, "rsa", algorithm, MESSAGE, signature))
                    .isEqualTo(algorithm == JwsAlgorithm.RS384 ? Answer.VALID : Answer.INVALID);
        }
    }

    @Test
    default void anAddressThatNeverAnsweredIsUnavailable() {
        takeDown(ADDRESS);
        assertThat(verify("one", ONE)).isEqualTo(Answer.UNAVAILABLE);
    }

    @Test
    default void theLastCopyIsGoodWhileTheAddressIsDown() {
        publishBoth();
        assertThat(verify("one", ONE)).isEqualTo(Answer.VALID);
        takeDown(ADDRESS);
        assertThat(verify("two", TWO)).isEqualTo(Answer.VALID);
        assertThat(verify("three", ONE)).isEqualTo(Answer.INVALID);
    }

    @Test
    default void aKeyThatWasAddedIsFound() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        assertThat(verify("one", ONE)).isEqualTo(Answer.VALID);
        publishBoth();
        assertThat(verify("two", TWO)).isEqualTo(Answer.VALID);
    }

    @Test
    default void whoSavesAnAddressIsToldWhetherItPublishesKeys() {
        publishBoth();
        assertThatCode(() -> keySets().check("jwks_url", ADDRESS)).doesNotThrowAnyException();
        publish(ADDRESS, Map.of());
        assertRefused();
        takeDown(ADDRESS);
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> keySets().check("jwks_url", ADDRESS))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("jwks_url"));
    }
}
