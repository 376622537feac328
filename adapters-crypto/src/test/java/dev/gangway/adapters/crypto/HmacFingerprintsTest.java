package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.testkit.contract.FingerprintsContract;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;
import java.util.List;
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

    @Test
    void areTheSameOnEveryNodeAndAfterEveryRotation() {
        ApiCredentials credentials = of("key", "secret", null);
        Digest key = fingerprints.ofKey(SIXPENCE, credentials);
        Digest secret = fingerprints.ofSecret(SIXPENCE, credentials);

        fixture.rotate(crypto);
        fixture.clock.advance(Duration.ofDays(1));

        for (Fingerprints node : List.of(fingerprints, fixture.crypto().fingerprints())) {
            assertThat(node.ofKey(SIXPENCE, of("key", "secret", null))).isEqualTo(key);
            assertThat(node.ofSecret(SIXPENCE, of("key", "secret", null))).isEqualTo(secret);
        }
    }

    @Test
    void ofAKeyLookAtTheExchangeAndTheKeyAlone() {
        Digest key = fingerprints.ofKey(SIXPENCE, of("key", "secret", null));

        assertThat(fingerprints.ofKey(SIXPENCE, of("key", "another", "phrase"))).isEqualTo(key);
        assertThat(Stream.of(
                        fingerprints.ofKey(SIXPENCE, of("Key", "secret", null)),
                        fingerprints.ofKey(SIXPENCE, of("key ", "secret", null)),
                        fingerprints.ofKey(new ExchangeName("SIXPENC"), of("Ekey", "secret", null)),
                        fingerprints.ofKey(new ExchangeName("KRAKEN"), of("key", "secret", null))))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void ofASecretAreBoundToTheirKey() {
        Digest secret = fingerprints.ofSecret(SIXPENCE, of("key", "secret", "phrase"));

        assertThat(Stream.of(
                        fingerprints.ofKey(SIXPENCE, of("key", "secret", "phrase")),
                        fingerprints.ofSecret(SIXPENCE, of("key", "secret", "other")),
                        fingerprints.ofSecret(SIXPENCE, of("key", "secret", "")),
                        fingerprints.ofSecret(SIXPENCE, of("key", "secret", null)),
                        fingerprints.ofSecret(SIXPENCE, of("key", "secretphrase", null)),
                        fingerprints.ofSecret(SIXPENCE, of("key", "secretp", "hrase")),
                        fingerprints.ofSecret(SIXPENCE, of("keys", "ecret", "phrase")),
                        fingerprints.ofSecret(new ExchangeName("KRAKEN"), of("key", "secret", "phrase"))))
                .doesNotContain(secret)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellNothingToAnotherInstallation() {
        assertThat(new Fixture().crypto().fingerprints().ofKey(SIXPENCE, of("key", "secret", null)))
                .isNotEqualTo(fingerprints.ofKey(SIXPENCE, of("key", "secret", null)));
    }

    private static ApiCredentials of(String key, String secret, @Nullable String passphrase) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), passphrase == null ? null : Secret.of(passphrase));
    }
}
