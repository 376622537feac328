package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.util.HexFormat;

/** HMAC-SHA256 under the fingerprint key; a secret's fingerprint is bound to its API key, so that equal ones differ. */
final class HmacFingerprints implements Fingerprints {
    private final KeyRingReader ring;

    HmacFingerprints(KeyRingReader ring) {
        this.ring = ring;
    }

    @Override
    public Digest ofKey(ExchangeName exchange, ApiCredentials credentials) {
        return digest(Framed.of(
                "gangway/fingerprint/key/v1",
                exchange.value(),
                credentials.apiKey().reveal()));
    }

    @Override
    public Digest ofSecret(ExchangeName exchange, ApiCredentials credentials) {
        Secret passphrase = credentials.passphrase();
        return digest(Framed.of(
                "gangway/fingerprint/secret/v1",
                exchange.value(),
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? null : passphrase.reveal()));
    }

    private Digest digest(byte[] message) {
        return new Digest(HexFormat.of()
                .formatHex(ring.active(KeyPurpose.FINGERPRINTS).key().hmacSha256(message)));
    }
}
