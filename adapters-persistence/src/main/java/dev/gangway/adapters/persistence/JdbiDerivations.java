package dev.gangway.adapters.persistence;

import dev.gangway.application.source.port.Derivations;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.Tally;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows are replaced in place, under the lock that imports of their source take too. */
final class JdbiDerivations implements Derivations {
    private static final String SOURCES = """
            select id from sources
            where exchange = :exchange and transaction_count > 0 and id > :after
            order by id limit :most""";

    private static final String LOCK = """
            select transaction_count - tallied_count from sources where id = :source for update""";

    private static final String STORED = "select " + LedgerRows.COLUMNS + """
             from ledger_transactions t
            where t.source_id = :source and t.external_id > :after and t.mapper_version < :version
            order by t.source_id, t.external_id limit :size""";

    private static final String REPLACE = """
            merge into ledger_transactions t
            using (select u.external_id as external_id, u.kind as kind,
                    cast(u.occurred_at as timestamp with time zone) as occurred_at,
                    u.received_asset as received_asset,
                    cast(u.received_quantity as numeric(76, 36)) as received_quantity,
                    u.sent_asset as sent_asset, cast(u.sent_quantity as numeric(76, 36)) as sent_quantity,
                    u.fee_asset as fee_asset, cast(u.fee_quantity as numeric(76, 36)) as fee_quantity,
                    cast(u.mapper_version as integer) as mapper_version
                from unnest(cast(:ids as varchar array), cast(:kinds as varchar array), cast(:times as varchar array),
                    cast(:receivedAssets as varchar array), cast(:receivedQuantities as varchar array),
                    cast(:sentAssets as varchar array), cast(:sentQuantities as varchar array),
                    cast(:feeAssets as varchar array), cast(:feeQuantities as varchar array),
                    cast(:mapperVersions as varchar array))
                    as u(external_id, kind, occurred_at, received_asset, received_quantity, sent_asset, sent_quantity,
                        fee_asset, fee_quantity, mapper_version)) d
            on (t.source_id = :source and t.external_id = d.external_id)
            when matched then update set kind = d.kind, occurred_at = d.occurred_at,
                received_asset = d.received_asset, received_quantity = d.received_quantity,
                sent_asset = d.sent_asset, sent_quantity = d.sent_quantity,
                fee_asset = d.fee_asset, fee_quantity = d.fee_quantity, mapper_version = d.mapper_version""";

    private static final SqlString WRITE = SqlString.of(REPLACE);

    private static final SqlString WRITE_CHANGED =
            SqlString.of(REPLACE, SourceFigures.ADD_TO_BALANCES, SourceFigures.ADD_TO_SOURCE, SourceFigures.FIND_FIRST);

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiDerivations(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public List<SourceId> sources(ExchangeName exchange, @Nullable SourceId after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SOURCES)
                .bind("exchange", exchange.value())
                .bind("after", after == null ? "" : after.value())
                .bind("most", most)
                .mapTo(String.class)
                .map(SourceId::new)
                .list());
    }

    @Override
    public Batch derive(SourceId source, int version, @Nullable String after, int size, Mapper mapper) {
        return jdbi.inTransaction(handle -> {
            if (!isLocked(handle, source)) {
                return new Batch(0, 0, 0, null);
            }
            List<LedgerTransaction> stored = handle.createQuery(STORED)
                    .bind("source", source.value())
                    .bind("after", after == null ? "" : after)
                    .bind("version", version)
                    .bind("size", size)
                    .map((row, context) -> LedgerRows.read(row))
                    .list();
            return replace(handle, source, stored, mapper);
        });
    }

    /** Whether the source is there; it is locked then, and its figures hold all of its rows. */
    private static boolean isLocked(Handle handle, SourceId source) {
        Long uncounted = handle.createQuery(LOCK)
                .bind("source", source.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        if (uncounted != null && uncounted != 0) {
            SourceFigures.countAgain(handle, source);
        }
        return uncounted != null;
    }

    private Batch replace(Handle handle, SourceId source, List<LedgerTransaction> stored, Mapper mapper) {
        List<LedgerTransaction> derived = new ArrayList<>();
        List<LedgerEntry> before = new ArrayList<>();
        List<LedgerEntry> now = new ArrayList<>();
        for (LedgerTransaction one : stored) {
            LedgerTransaction anew = mapper.derive(one);
            if (anew != null) {
                LedgerTransaction kept = LedgerWriting.asKept(anew);
                derived.add(kept);
                if (!LedgerEntry.of(source, one).equals(LedgerEntry.of(source, kept))) {
                    before.add(LedgerEntry.of(source, one));
                    now.add(LedgerEntry.of(source, kept));
                }
            }
        }
        if (!derived.isEmpty()) {
            Tally change = Tally.of(now).since(Tally.of(before));
            Args args = LedgerWriting.columns(SourceFigures.args(source, change), derived);
            (now.isEmpty() ? WRITE : WRITE_CHANGED).write(handle.getConnection(), dialect, args);
        }
        return new Batch(
                derived.size(),
                now.size(),
                stored.size() - derived.size(),
                stored.isEmpty() ? null : stored.get(stored.size() - 1).externalId());
    }
}
