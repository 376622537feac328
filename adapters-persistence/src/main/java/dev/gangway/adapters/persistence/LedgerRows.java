package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Ledger transactions as rows. */
final class LedgerRows {
    /**
     * The columns that {@link EntryReader} needs, of ledger_transactions t. Quantities as text: what a driver makes of
     * numbers with 36 decimals takes twice the time of all the rest.
     */
    static final String ENTRY_COLUMNS = """
            t.source_id, t.external_id, t.kind, t.occurred_at,
            t.received_asset, cast(t.received_quantity as varchar) as received_quantity,
            t.sent_asset, cast(t.sent_quantity as varchar) as sent_quantity,
            t.fee_asset, cast(t.fee_quantity as varchar) as fee_quantity""";

    /** The columns that {@link #read} needs, of ledger_transactions t. */
    static final String COLUMNS = ENTRY_COLUMNS + ", t.raw, t.mapper_version";

    private LedgerRows() {}

    static LedgerTransaction read(ResultSet row) throws SQLException {
        return new LedgerTransaction(
                row.getString("external_id"),
                Rows.constant(row, "kind", TransactionKind.class),
                Rows.time(row, "occurred_at"),
                amount(row, "received"),
                amount(row, "sent"),
                amount(row, "fee"),
                row.getString("raw"),
                row.getInt("mapper_version"));
    }

    private static @Nullable Amount amount(ResultSet row, String leg) throws SQLException {
        String quantity = row.getString(leg + "_quantity");
        return quantity == null
                ? null
                : new Amount(new AssetCode(row.getString(leg + "_asset")), EntryReader.quantity(quantity));
    }
}
