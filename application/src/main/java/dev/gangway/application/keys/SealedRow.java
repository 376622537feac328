package dev.gangway.application.keys;

/**
 * A text that is sealed under a key of the ring, and for whom; both identities are bound into the seal.
 *
 * @param kind what it holds
 * @param row where it is stored: the source's or the credential's id
 * @param id the identity that the text is sealed for
 * @param owner whose it is: a user's or a partner's id
 * @param sealed the vault's text
 */
public record SealedRow(Kind kind, String row, String id, String owner, String sealed) {
    /** What is stored sealed. */
    public enum Kind {
        /** A user's credentials at an exchange. */
        EXCHANGE_CREDENTIALS,
        /** A client secret or a signing key. */
        SHARED_SECRET
    }

    /** The same, sealed anew. */
    public SealedRow with(String sealedAnew) {
        return new SealedRow(kind, row, id, owner, sealedAnew);
    }

    @Override
    public String toString() {
        return "SealedRow[" + kind + " " + row + "]";
    }
}
