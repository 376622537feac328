package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.domain.source.CredentialFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are numbers, the higher the newer; a seal is the plain text behind the key's number.
 *
 * @param sealing the key that seals now
 * @param fingerprints the key that fingerprints now
 */
public record InMemoryResealing(int sealing, int fingerprints) implements Resealing {
    private static final String FORM = "v1\\.[0-9]\\..*";

    @Override
    public KeysInUse keys() {
        return new KeysInUse(Integer.toString(sealing), Integer.toString(fingerprints));
    }

    @Override
    public Resealed reseal(SealedRow row) {
        if (!row.sealed().matches(FORM)) {
            return new Resealed.Unreadable();
        }
        boolean seal = row.sealed().charAt(3) - '0' < sealing;
        SealedRow.Fingerprinted fingerprinted = row.fingerprinted();
        boolean fingerprint = fingerprinted != null
                && (fingerprinted.ringKey().isEmpty() || Integer.parseInt(fingerprinted.ringKey()) < fingerprints);
        if (!seal && !fingerprint) {
            return new Resealed.AsNew();
        }
        String plain = row.sealed().substring(4);
        return new Resealed.Anew(
                seal ? "v1." + sealing + plain : row.sealed(), fingerprint ? anew(fingerprinted, plain) : null);
    }

    private CredentialFingerprint anew(SealedRow.@Nullable Fingerprinted fingerprinted, String plain) {
        String exchange = fingerprinted == null ? "" : fingerprinted.exchange().value();
        String text = fingerprints + " " + exchange + plain;
        return new CredentialFingerprint(
                Integer.toString(fingerprints), Hashes.of("key " + text), Hashes.of("secret " + text));
    }
}
