package dev.gangway.domain.upload;

import dev.gangway.domain.shared.Ascii;

/** The columns of an uploaded file, which are those of a downloaded one. */
public enum UploadColumn {
    /** When it happened. */
    DATE,
    /** What happened: a {@code TransactionKind}. */
    KIND,
    /** How much came in. */
    RECEIVED_QUANTITY,
    /** Of what. */
    RECEIVED_ASSET,
    /** How much went out. */
    SENT_QUANTITY,
    /** Of what. */
    SENT_ASSET,
    /** How much was charged. */
    FEE_QUANTITY,
    /** Of what. */
    FEE_ASSET,
    /** What tells the transaction from all others of its exchange. */
    ID,
    /** Where it happened; a part of what tells it from others. */
    EXCHANGE,
    /** The source that a downloaded line is from. */
    SOURCE_ID;

    /** The name in the file's header. */
    public String header() {
        return Ascii.lower(name());
    }
}
