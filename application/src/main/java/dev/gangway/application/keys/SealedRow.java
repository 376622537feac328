package dev.gangway.application.keys;

import dev.gangway.domain.source.ExchangeName;
import org.jspecify.annotations.Nullable;

/**
 * A text that is sealed under a key of the ring, and for whom; both identities are bound into the seal.
 *
 * @param kind what it holds
 * @param row where it is stored: the source's or the credential's id
 * @param id the identity that the text is sealed for
 * @param owner whose it is: a user's or a partner's id
 * @param sealed the vault's text
 * @param fingerprinted how it is fingerprinted besides, null if it is not: only exchange credentials are
 */
public record SealedRow(
        Kind kind,
        String row,
        String id,
        String owner,
        String sealed,
        @Nullable Fingerprinted fingerprinted) {
    /** What is stored sealed. */
    public enum Kind {
        /** A user's credentials at an exchange. */
        EXCHANGE_CREDENTIALS,
        /** A client secret or a signing key. */
        SHARED_SECRET
    }

    /**
     * A fingerprint beside the text.
     *
     * @param exchange bound into it
     * @param ringKey the key that it was made under, as the row names it
     */
    public record Fingerprinted(ExchangeName exchange, String ringKey) {}

    /** The same with another text. */
    public SealedRow with(String otherSealed) {
        return new SealedRow(kind, row, id, owner, otherSealed, fingerprinted);
    }

    @Override
    public String toString() {
        return "SealedRow[" + kind + " " + row + "]";
    }
}
