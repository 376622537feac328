package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Ledger transactions as rows. */
final class LedgerRows {
    /** The columns that {@link #read} needs, of ledger_transactions t. */
    static final String COLUMNS = """
            t.external_id, t.kind, t.occurred_at, t.received_asset, t.received_quantity, t.sent_asset,
            t.sent_quantity, t.fee_asset, t.fee_quantity, t.raw, t.mapper_version""";

    private static final String ADD = """
            insert into ledger_transactions (source_id, external_id, user_id, kind, occurred_at,
                received_asset, received_quantity, sent_asset, sent_quantity, fee_asset, fee_quantity,
                raw, mapper_version, stored_at)
            values (:source, :externalId, :user, :kind, :occurredAt,
                :receivedAsset, :receivedQuantity, :sentAsset, :sentQuantity, :feeAsset, :feeQuantity,
                :raw, :mapperVersion, :now)
            on conflict do nothing""";

    private static final String UNCOUNTED = """
            select count(*) - (select transaction_count from sources where id = :source)
            from ledger_transactions where source_id = :source""";

    private LedgerRows() {}

    /** Adds those that are not there yet; returns how many. */
    static int add(Handle handle, String source, String user, List<LedgerTransaction> transactions, Instant now) {
        if (transactions.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch(ADD);
        for (LedgerTransaction transaction : transactions) {
            batch.bind("source", source)
                    .bind("user", user)
                    .bind("externalId", transaction.externalId())
                    .bind("kind", transaction.kind().apiName())
                    // databases round what is finer than they keep; H2 and PostgreSQL not alike
                    .bind("occurredAt", Rows.utc(transaction.occurredAt().truncatedTo(ChronoUnit.MICROS)))
                    .bind("raw", transaction.raw())
                    .bind("mapperVersion", transaction.mapperVersion())
                    .bind("now", Rows.utc(now));
            bind(batch, "received", transaction.received());
            bind(batch, "sent", transaction.sent());
            bind(batch, "fee", transaction.fee());
            batch.add();
        }
        int[] counts = batch.execute();
        // the driver does not count if the URL asks it to rewrite batches
        return IntStream.of(counts).anyMatch(count -> count < 0)
                ? handle.createQuery(UNCOUNTED)
                        .bind("source", source)
                        .mapTo(Integer.class)
                        .one()
                : IntStream.of(counts).sum();
    }

    private static void bind(PreparedBatch batch, String leg, @Nullable Amount amount) {
        batch.bind(leg + "Asset", amount == null ? null : amount.asset().value())
                .bind(leg + "Quantity", amount == null ? null : amount.quantity());
    }

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
