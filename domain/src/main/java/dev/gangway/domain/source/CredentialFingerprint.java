package dev.gangway.domain.source;

import dev.gangway.domain.shared.Digest;

/**
 * Keyed hashes of exchange credentials, made under one key of the ring: what is stored beside sealed credentials, so that
 * equal ones are told without opening any.
 *
 * @param ringKey the id of the ring's key; {@link #UNNAMED} for one of before fingerprints named theirs
 * @param apiKey equal for equal API keys at one exchange
 * @param secret equal for equal secrets and passphrases of one API key
 */
public record CredentialFingerprint(String ringKey, Digest apiKey, Digest secret) {
    /** Stands for whichever key of the ring it was. */
    public static final String UNNAMED = "";
}
