package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import java.util.List;
import java.util.Set;
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

    /** Brings the next fingerprint key of the ring into use. */
    void bringNextKeyIntoUse();

    private static Digest ofKey(Fingerprints fingerprints, ExchangeName exchange, ApiCredentials credentials) {
        return fingerprints.inUse().of(exchange, credentials).inUse().apiKey();
    }

    private static Digest ofSecret(Fingerprints fingerprints, ExchangeName exchange, ApiCredentials credentials) {
        return fingerprints.inUse().of(exchange, credentials).inUse().secret();
    }

    private static ApiCredentials credentials(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }

    @Test
    default void equalKeysHaveEqualFingerprintsWhateverTheirSecrets() {
        Digest one = ofKey(fingerprints(), SIXPENCE, credentials("api-key-1", "secret-1", null));
        Digest two = ofKey(fingerprints(), SIXPENCE, credentials("api-key-1", "secret-2", "passphrase"));
        assertThat(one).isEqualTo(two);
    }

    @Test
    default void differentKeysAndExchangesHaveDifferentFingerprints() {
        List<Digest> all = List.of(
                ofKey(fingerprints(), SIXPENCE, credentials("api-key-1", "s", null)),
                ofKey(fingerprints(), SIXPENCE, credentials("api-key-2", "s", null)),
                ofKey(fingerprints(), SIXPENCE, credentials("API-KEY-1", "s", null)),
                ofKey(fingerprints(), SIXPENCE, credentials("api-key-1 ", "s", null)),
                ofKey(fingerprints(), new ExchangeName("KRAKEN"), credentials("api-key-1", "s", null)),
                // the border between the two is part of what is hashed
                ofKey(fingerprints(), new ExchangeName("AB"), credentials("Capi-key", "s", null)),
                ofKey(fingerprints(), new ExchangeName("ABC"), credentials("api-key", "s", null)));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    default void aReplacedSecretOrPassphraseShows() {
        List<Digest> all = List.of(
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "secret", null)),
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "Secret", null)),
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "secret", "p")),
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "secretp", null)),
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "secre", "tp")),
                // equal secrets of different keys are nobody's business
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-2", "secret", null)),
                ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1s", "ecret", null)),
                ofSecret(fingerprints(), new ExchangeName("KRAKEN"), credentials("api-key-1", "secret", null)));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(ofSecret(fingerprints(), SIXPENCE, credentials("api-key-1", "secret", "p")))
                .isEqualTo(all.get(2));
    }

    @Test
    default void aKeysFingerprintIsNotItsSecrets() {
        ApiCredentials same = credentials("same-text-10", "same-text-10", null);
        assertThat(ofKey(fingerprints(), SIXPENCE, same)).isNotEqualTo(ofSecret(fingerprints(), SIXPENCE, same));
    }

    @Test
    default void withoutTheKeyNobodyCanTell() {
        ApiCredentials credentials = credentials("api-key-1", "secret-1", null);
        assertThat(ofKey(fingerprints(), SIXPENCE, credentials))
                .isNotEqualTo(ofKey(fingerprintsOfAnotherRing(), SIXPENCE, credentials));
        assertThat(ofSecret(fingerprints(), SIXPENCE, credentials))
                .isNotEqualTo(ofSecret(fingerprintsOfAnotherRing(), SIXPENCE, credentials));
    }

    @Test
    default void aStoredFingerprintIsComparedUnderItsOwnKeyWhenAnotherIsInUse() {
        ApiCredentials same = credentials("api-key-1", "secret", "p");
        CredentialFingerprint stored = fingerprints().inUse().of(SIXPENCE, same).inUse();
        bringNextKeyIntoUse();
        Fingerprints.Fingerprinting beside = fingerprints().beside(Set.of(stored.ringKey()));
        CredentialFingerprints anew = beside.of(SIXPENCE, same);
        assertThat(anew.inUse().ringKey()).isNotEqualTo(stored.ringKey());
        assertThat(List.of(anew.inUse().apiKey(), anew.inUse().secret()))
                .doesNotContain(stored.apiKey(), stored.secret());
        assertThat(anew.canTell(stored.ringKey())).isTrue();
        assertThat(anew.areOfApiKey(stored)).isTrue();
        assertThat(anew.areOfSecret(stored)).isTrue();
        CredentialFingerprints otherSecret = beside.of(SIXPENCE, credentials("api-key-1", "other", "p"));
        assertThat(otherSecret.areOfApiKey(stored)).isTrue();
        assertThat(otherSecret.areOfSecret(stored)).isFalse();
        assertThat(beside.of(SIXPENCE, credentials("api-key-2", "secret", "p")).areOfApiKey(stored))
                .isFalse();
    }

    @Test
    default void withoutItsKeyNothingStoredIsCompared() {
        ApiCredentials same = credentials("api-key-1", "secret", null);
        CredentialFingerprint stored = fingerprints().inUse().of(SIXPENCE, same).inUse();
        bringNextKeyIntoUse();
        CredentialFingerprints alone = fingerprints().inUse().of(SIXPENCE, same);
        assertThat(alone.others()).isEmpty();
        assertThat(alone.canTell(stored.ringKey())).isFalse();
        assertThatThrownBy(() -> fingerprints().beside(Set.of(stored.ringKey(), "nobodys")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aFingerprintThatNamesNoKeyIsComparedUnderEvery() {
        ApiCredentials same = credentials("api-key-1", "secret", null);
        CredentialFingerprint first = fingerprints().inUse().of(SIXPENCE, same).inUse();
        bringNextKeyIntoUse();
        CredentialFingerprint second = fingerprints().inUse().of(SIXPENCE, same).inUse();
        CredentialFingerprints anew =
                fingerprints().beside(Set.of(CredentialFingerprint.UNNAMED)).of(SIXPENCE, same);
        assertThat(anew.inUse()).isEqualTo(second);
        assertThat(anew.canTell(CredentialFingerprint.UNNAMED)).isTrue();
        for (CredentialFingerprint stored : List.of(first, second)) {
            CredentialFingerprint unnamed =
                    new CredentialFingerprint(CredentialFingerprint.UNNAMED, stored.apiKey(), stored.secret());
            assertThat(anew.areOfApiKey(unnamed)).isTrue();
            assertThat(anew.areOfSecret(unnamed)).isTrue();
        }
    }

    @Test
    default void whatIsFingerprintedTogetherIsUnderTheSameKeys() {
        Fingerprints.Fingerprinting together = fingerprints().inUse();
        CredentialFingerprints before = together.of(SIXPENCE, credentials("api-key-1", "secret", null));
        bringNextKeyIntoUse();
        assertThat(together.of(SIXPENCE, credentials("api-key-1", "secret", null)))
                .isEqualTo(before);
    }
}
