package dev.gangway.application.testkit.memory;

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

/** Keys that are numbers, of which the highest is in use; all of a ring's follow from its name. */
public final class InMemoryFingerprints implements Fingerprints {
    private final String name;
    private final List<String> ring = new ArrayList<>(List.of("1"));

    /** A ring of one key. */
    public InMemoryFingerprints(String name) {
        this.name = name;
    }

    /** Brings the next key into use. */
    public synchronized void next() {
        ring.add(Integer.toString(ring.size() + 1));
    }

    /** A key, and how stored fingerprints name it. */
    private record Named(String name, String key) {}

    @Override
    public synchronized Fingerprinting beside(Set<String> ringKeys) {
        String inUse = ring.get(ring.size() - 1);
        List<Named> others = new ArrayList<>();
        for (String asked : ringKeys) {
            if (asked.equals(CredentialFingerprint.UNNAMED)) {
                ring.forEach(key -> others.add(new Named(asked, key)));
            } else if (!ring.contains(asked)) {
                throw new IllegalStateException("There is no key " + asked);
            } else if (!asked.equals(inUse)) {
                others.add(new Named(asked, asked));
            }
        }
        return (exchange, credentials) -> new CredentialFingerprints(
                of(new Named(inUse, inUse), exchange, credentials),
                others.stream().map(other -> of(other, exchange, credentials)).toList());
    }

    private CredentialFingerprint of(Named key, ExchangeName exchange, ApiCredentials credentials) {
        Mac256 mac = new Mac256(name + " fingerprints " + key.key());
        Secret passphrase = credentials.passphrase();
        byte[] secret = mac.of(
                passphrase == null ? "secret" : "secret and passphrase",
                exchange.value(),
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? "" : passphrase.reveal());
        byte[] apiKey = mac.of("key", exchange.value(), credentials.apiKey().reveal());
        return new CredentialFingerprint(key.name(), digest(apiKey), digest(secret));
    }

    private static Digest digest(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }
}
