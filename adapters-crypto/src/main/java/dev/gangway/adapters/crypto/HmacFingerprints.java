package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** HMAC-SHA256 under fingerprint keys; a secret's fingerprint is bound to its API key, so that equal ones differ. */
final class HmacFingerprints implements Fingerprints {
    private final KeyRingReader ring;

    HmacFingerprints(KeyRingReader ring) {
        this.ring = ring;
    }

    /**
     * A key, and how stored fingerprints name it.
     *
     * @param name its id, or the one that stands for any
     */
    private record Named(String name, RingKey key) {}

    @Override
    public Fingerprinting beside(Set<String> ringKeys) {
        RingKey inUse = ring.active(KeyPurpose.FINGERPRINTS);
        List<Named> others = new ArrayList<>();
        for (String name : ringKeys) {
            if (name.equals(CredentialFingerprint.UNNAMED)) {
                ring.every(KeyPurpose.FINGERPRINTS).forEach(key -> others.add(new Named(name, key)));
            } else if (!name.equals(inUse.id())) {
                others.add(new Named(name, ring.known(KeyPurpose.FINGERPRINTS, name)));
            }
        }
        return (exchange, credentials) -> new CredentialFingerprints(
                of(inUse.id(), inUse, exchange, credentials),
                others.stream()
                        .map(other -> of(other.name(), other.key(), exchange, credentials))
                        .toList());
    }

    /** A fingerprint under one key. */
    static CredentialFingerprint of(String name, RingKey key, ExchangeName exchange, ApiCredentials credentials) {
        Secret passphrase = credentials.passphrase();
        byte[] apiKey = Framed.of(
                "gangway/fingerprint/key/v1",
                exchange.value(),
                credentials.apiKey().reveal());
        byte[] secret = Framed.of(
                "gangway/fingerprint/secret/v1",
                exchange.value(),
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? null : passphrase.reveal());
        return new CredentialFingerprint(name, digest(key, apiKey), digest(key, secret));
    }

    private static Digest digest(RingKey key, byte[] message) {
        return new Digest(HexFormat.of().formatHex(key.key().hmacSha256(message)));
    }
}
