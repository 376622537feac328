package dev.gangway.adapters.http.csv;

import dev.gangway.domain.shared.Ascii;
import java.util.Arrays;
import java.util.List;

/** The columns of a ledger as CSV, in the order in which a download has them. */
public enum LedgerColumn {
    /** When, ISO-8601 in UTC: {@code 2026-03-12T14:05:09Z}. */
    DATE,
    /** What happened: {@code trade}, {@code deposit}, {@code withdrawal}, {@code fee}, {@code reward}, {@code transfer}. */
    KIND,
    /** How much came in, a plain decimal; empty if nothing did. */
    RECEIVED_QUANTITY,
    /** What came in. */
    RECEIVED_ASSET,
    /** How much went out. */
    SENT_QUANTITY,
    /** What went out. */
    SENT_ASSET,
    /** How much it cost. */
    FEE_QUANTITY,
    /** What it cost was paid in. */
    FEE_ASSET,
    /** The exchange's own id of the transaction. */
    ID,
    /** The exchange that it is from. */
    EXCHANGE,
    /** The source that it is from. */
    SOURCE_ID;

    /** The name in the header line. */
    public String header() {
        return Ascii.lower(name());
    }

    /** The whole header line. */
    public static List<String> headers() {
        return Arrays.stream(values()).map(LedgerColumn::header).toList();
    }
}
