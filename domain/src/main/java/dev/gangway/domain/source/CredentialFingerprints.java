package dev.gangway.domain.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * The fingerprints of credentials under the key that is in use and under others that stored ones were made with. Those
 * under different keys are never equal, so that while the key changes each stored one is compared under its own.
 *
 * @param inUse what is stored from now on
 * @param others what stored ones are compared with besides
 */
public record CredentialFingerprints(CredentialFingerprint inUse, List<CredentialFingerprint> others) {
    /** Copies. */
    public CredentialFingerprints {
        others = List.copyOf(others);
    }

    /** Every one of them. */
    public Stream<CredentialFingerprint> all() {
        return Stream.concat(Stream.of(inUse), others.stream());
    }

    /** Whether a fingerprint that was made under {@code ringKey} can be compared. */
    public boolean canTell(String ringKey) {
        return all().anyMatch(one -> one.ringKey().equals(ringKey));
    }

    /** Whether these are credentials of the API key that {@code stored} was made of. */
    public boolean areOfApiKey(CredentialFingerprint stored) {
        return all().anyMatch(one -> one.apiKey().equals(stored.apiKey()));
    }

    /** Whether these are the very credentials that {@code stored} was made of. */
    public boolean areOfSecret(CredentialFingerprint stored) {
        return all().anyMatch(one -> one.secret().equals(stored.secret()));
    }
}
