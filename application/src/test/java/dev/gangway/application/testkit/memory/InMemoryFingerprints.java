package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.util.HexFormat;

final class InMemoryFingerprints implements Fingerprints {
    private final Mac256 mac;

    InMemoryFingerprints(String name) {
        this.mac = new Mac256(name + " fingerprints");
    }

    @Override
    public Digest ofKey(ExchangeName exchange, ApiCredentials credentials) {
        return digest("key", exchange.value(), credentials.apiKey().reveal());
    }

    @Override
    public Digest ofSecret(ExchangeName exchange, ApiCredentials credentials) {
        Secret passphrase = credentials.passphrase();
        return digest(
                passphrase == null ? "secret" : "secret and passphrase",
                exchange.value(),
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? "" : passphrase.reveal());
    }

    private Digest digest(String... parts) {
        return new Digest(HexFormat.of().formatHex(mac.of(parts)));
    }
}
