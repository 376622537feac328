package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Fingerprints} is held to. */
public interface FingerprintsContract {
    /** Where most keys here are from. */
    ExchangeName SIXPENCE = new ExchangeName("SIXPENCE");

    /** The fingerprints under test; the same within one test. */
    Fingerprints fingerprints();

    /** Fingerprints under another key. */
    Fingerprints fingerprintsOfAnotherRing();

    private static ApiCredentials credentials(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }

    @Test
    default void equalKeysHaveEqualFingerprintsWhateverTheirSecrets() {
        Digest one = fingerprints().ofKey(SIXPENCE, credentials("api-key-1", "secret-1", null));
        Digest two = fingerprints().ofKey(SIXPENCE, credentials("api-key-1", "secret-2", "passphrase"));
        assertThat(one).isEqualTo(two);
    }

    @Test
    default void differentKeysAndExchangesHaveDifferentFingerprints() {
        List<Digest> all = List.of(
                fingerprints().ofKey(SIXPENCE, credentials("api-key-1", "s", null)),
                fingerprints().ofKey(SIXPENCE, credentials("api-key-2", "s", null)),
                fingerprints().ofKey(SIXPENCE, credentials("API-KEY-1", "s", null)),
                fingerprints().ofKey(SIXPENCE, credentials("api-key-1 ", "s", null)),
                fingerprints().ofKey(new ExchangeName("KRAKEN"), credentials("api-key-1", "s", null)),
                // the border between the two is part of what is hashed
                fingerprints().ofKey(new ExchangeName("AB"), credentials("Capi-key", "s", null)),
                fingerprints().ofKey(new ExchangeName("ABC"), credentials("api-key", "s", null)));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    default void aReplacedSecretOrPassphraseShows() {
        List<Digest> all = List.of(
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "secret", null)),
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "Secret", null)),
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "secret", "p")),
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "secretp", null)),
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "secre", "tp")),
                // equal secrets of different keys are nobody's business
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-2", "secret", null)),
                fingerprints().ofSecret(SIXPENCE, credentials("api-key-1s", "ecret", null)),
                fingerprints().ofSecret(new ExchangeName("KRAKEN"), credentials("api-key-1", "secret", null)));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(fingerprints().ofSecret(SIXPENCE, credentials("api-key-1", "secret", "p")))
                .isEqualTo(all.get(2));
    }

    @Test
    default void aKeysFingerprintIsNotItsSecrets() {
        ApiCredentials same = credentials("same-text-10", "same-text-10", null);
        assertThat(fingerprints().ofKey(SIXPENCE, same))
                .isNotEqualTo(fingerprints().ofSecret(SIXPENCE, same));
    }

    @Test
    default void withoutTheKeyNobodyCanTell() {
        ApiCredentials credentials = credentials("api-key-1", "secret-1", null);
        assertThat(fingerprints().ofKey(SIXPENCE, credentials))
                .isNotEqualTo(fingerprintsOfAnotherRing().ofKey(SIXPENCE, credentials));
        assertThat(fingerprints().ofSecret(SIXPENCE, credentials))
                .isNotEqualTo(fingerprintsOfAnotherRing().ofSecret(SIXPENCE, credentials));
    }
}
