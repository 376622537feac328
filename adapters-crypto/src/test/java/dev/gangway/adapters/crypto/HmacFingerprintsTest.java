package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.testkit.contract.FingerprintsContract;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HmacFingerprintsTest implements FingerprintsContract {
    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final Fingerprints fingerprints = crypto.fingerprints();

    @Override
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    @Override
    public Fingerprints fingerprintsOfAnotherRing() {
        return new Fixture().crypto().fingerprints();
    }

    @Override
    public void bringNextKeyIntoUse() {
        fixture.publishFingerprintKey(crypto);
        fixture.clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
    }

    private static Digest ofKey(Fingerprints from, ExchangeName exchange, ApiCredentials credentials) {
        return from.inUse().of(exchange, credentials).inUse().apiKey();
    }

    private static Digest ofSecret(Fingerprints from, ExchangeName exchange, ApiCredentials credentials) {
        return from.inUse().of(exchange, credentials).inUse().secret();
    }

    @Test
    void areTheSameOnEveryNodeAndAfterEveryRotation() {
        ApiCredentials credentials = of("key", "secret", null);
        Digest key = ofKey(fingerprints, SIXPENCE, credentials);
        Digest secret = ofSecret(fingerprints, SIXPENCE, credentials);

        fixture.rotate(crypto);
        fixture.clock.advance(Duration.ofDays(1));

        for (Fingerprints node : List.of(fingerprints, fixture.crypto().fingerprints())) {
            assertThat(ofKey(node, SIXPENCE, of("key", "secret", null))).isEqualTo(key);
            assertThat(ofSecret(node, SIXPENCE, of("key", "secret", null))).isEqualTo(secret);
        }
    }

    @Test
    void ofAKeyLookAtTheExchangeAndTheKeyAlone() {
        Digest key = ofKey(fingerprints, SIXPENCE, of("key", "secret", null));

        assertThat(ofKey(fingerprints, SIXPENCE, of("key", "another", "phrase")))
                .isEqualTo(key);
        assertThat(Stream.of(
                        ofKey(fingerprints, SIXPENCE, of("Key", "secret", null)),
                        ofKey(fingerprints, SIXPENCE, of("key ", "secret", null)),
                        ofKey(fingerprints, new ExchangeName("SIXPENC"), of("Ekey", "secret", null)),
                        ofKey(fingerprints, new ExchangeName("KRAKEN"), of("key", "secret", null))))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void ofASecretAreBoundToTheirKey() {
        Digest secret = ofSecret(fingerprints, SIXPENCE, of("key", "secret", "phrase"));

        assertThat(Stream.of(
                        ofKey(fingerprints, SIXPENCE, of("key", "secret", "phrase")),
                        ofSecret(fingerprints, SIXPENCE, of("key", "secret", "other")),
                        ofSecret(fingerprints, SIXPENCE, of("key", "secret", "")),
                        ofSecret(fingerprints, SIXPENCE, of("key", "secret", null)),
                        ofSecret(fingerprints, SIXPENCE, of("key", "secretphrase", null)),
                        ofSecret(fingerprints, SIXPENCE, of("key", "secretp", "hrase")),
                        ofSecret(fingerprints, SIXPENCE, of("keys", "ecret", "phrase")),
                        ofSecret(fingerprints, new ExchangeName("KRAKEN"), of("key", "secret", "phrase"))))
                .doesNotContain(secret)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellNothingToAnotherInstallation() {
        assertThat(ofKey(new Fixture().crypto().fingerprints(), SIXPENCE, of("key", "secret", null)))
                .isNotEqualTo(ofKey(fingerprints, SIXPENCE, of("key", "secret", null)));
    }

    private static ApiCredentials of(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }

    @Test
    void areComparedOnEveryNodeBeforeTheNextKeyIsInUseThere() {
        ApiCredentials same = of("key", "secret", null);
        CryptoAdapters behind = fixture.crypto();
        String first = behind.fingerprints().inUse().of(SIXPENCE, same).inUse().ringKey();
        WrappedKey next = fixture.publishFingerprintKey(crypto);
        fixture.clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
        CredentialFingerprint ahead = fingerprints.inUse().of(SIXPENCE, same).inUse();
        assertThat(ahead.ringKey()).isEqualTo(next.id());

        fixture.clock.advance(WrappedKey.PUBLISHED_BEFORE_USE.negated());
        CredentialFingerprints told =
                behind.fingerprints().beside(Set.of(next.id())).of(SIXPENCE, same);
        assertThat(told.inUse().ringKey()).isEqualTo(first);
        assertThat(told.areOfApiKey(ahead)).isTrue();
    }

    @Test
    void thatAreStillStoredUnderARetiredKeyAreCompared() {
        ApiCredentials same = of("key", "secret", null);
        CredentialFingerprint stored = fingerprints.inUse().of(SIXPENCE, same).inUse();
        bringNextKeyIntoUse();
        fixture.rings.retire(stored.ringKey(), fixture.clock.instant());
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fingerprints
                        .beside(Set.of(stored.ringKey()))
                        .of(SIXPENCE, same)
                        .areOfApiKey(stored))
                .isTrue();
    }
}
