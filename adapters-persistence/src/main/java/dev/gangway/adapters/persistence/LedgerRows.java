package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Ledger transactions as rows. */
final class LedgerRows {
    /** The columns that {@link EntryReader} needs, of ledger_transactions t. */
    static final String ENTRY_COLUMNS = """
            t.source_id, t.external_id, t.kind, t.occurred_at, t.received_asset, t.received_quantity, t.sent_asset,
            t.sent_quantity, t.fee_asset, t.fee_quantity""";

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
        BigDecimal quantity = row.getBigDecimal(leg + "_quantity");
        return quantity == null ? null : new Amount(new AssetCode(row.getString(leg + "_asset")), quantity);
    }
}
