package dev.gangway.adapters.persistence;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.Balance;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Ledgers by the figures that are kept of each source, and source by source in the order of one index. */
final class JdbiLedgers implements Ledgers {
    private static final String IN_SCOPE = " where s.user_id = :user and s.status <> 'merged'";

    private static final String SENT =
            " and exists (select 1 from source_senders p where p.source_id = s.id and p.partner_id = :partner)";

    private static final String SOURCES = "select s.id from sources s";

    private static final String STATE = """
            select s.id, s.ledger_version, s.transaction_count, s.tallied_count, s.unclassified_count,
                s.first_transaction_at, s.imported_at, b.asset, b.quantity
            from sources s left join source_balances b on b.source_id = s.id""";

    private static final String PAIRS = """
            select t.sent_asset, t.received_asset, count(*) as trades
            from sources s join ledger_transactions t on t.source_id = s.id""";

    private static final String BY_PAIR = " and t.kind = 'trade' group by t.sent_asset, t.received_asset";

    private static final String LOCK = """
            select transaction_count - tallied_count from sources where id = :source for update""";

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiLedgers(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** What is kept of a source. */
    private record Figures(
            SourceId source,
            long version,
            long transactions,
            boolean counted,
            long unclassified,
            @Nullable Instant first,
            @Nullable Instant importedAt,
            List<Balance> balances) {}

    @Override
    public LedgerState state(LedgerScope scope) {
        return jdbi.withHandle(handle -> {
            List<Figures> sources = figures(handle, scope);
            List<SourceId> uncounted = sources.stream()
                    .filter(source -> !source.counted())
                    .map(Figures::source)
                    .toList();
            if (uncounted.isEmpty()) {
                return state(sources);
            }
            uncounted.forEach(source -> handle.useTransaction(transaction -> countAgain(transaction, source)));
            return state(figures(handle, scope));
        });
    }

    /** After a node of an older version has stored something. */
    private static void countAgain(Handle handle, SourceId source) {
        long uncounted = handle.createQuery(LOCK)
                .bind("source", source.value())
                .mapTo(Long.class)
                .one();
        if (uncounted != 0) {
            SourceFigures.countAgain(handle, source);
        }
    }

    private static List<Figures> figures(Handle handle, LedgerScope scope) {
        Map<String, Figures> sources = new LinkedHashMap<>();
        inScope(handle, STATE, scope, " order by s.id")
                .map((row, context) -> figures(row))
                .forEach(one -> sources.merge(one.source().value(), one, (a, b) -> {
                    a.balances().addAll(b.balances());
                    return a;
                }));
        return List.copyOf(sources.values());
    }

    private static Figures figures(ResultSet row) throws SQLException {
        List<Balance> balances = new ArrayList<>();
        String asset = row.getString("asset");
        if (asset != null) {
            balances.add(new Balance(new AssetCode(asset), row.getBigDecimal("quantity")));
        }
        long transactions = row.getLong("transaction_count");
        return new Figures(
                new SourceId(row.getString("id")),
                row.getLong("ledger_version"),
                transactions,
                row.getLong("tallied_count") == transactions,
                row.getLong("unclassified_count"),
                Rows.optionalTime(row, "first_transaction_at"),
                Rows.optionalTime(row, "imported_at"),
                balances);
    }

    private static LedgerState state(List<Figures> sources) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        StringBuilder versions = new StringBuilder();
        @Nullable Instant first = null;
        @Nullable Instant sync = null;
        for (Figures source : sources) {
            versions.append(source.source())
                    .append(' ')
                    .append(source.version())
                    .append('\n');
            first = earlier(first, source.first());
            sync = later(sync, source.importedAt());
            source.balances()
                    .forEach(balance -> balances.merge(balance.asset().value(), balance.quantity(), BigDecimal::add));
        }
        return new LedgerState(
                UUID.nameUUIDFromBytes(versions.toString().getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                sources.size(),
                sources.stream().mapToLong(Figures::transactions).sum(),
                sources.stream().mapToLong(Figures::unclassified).sum(),
                first,
                sync,
                balances.entrySet().stream()
                        .filter(balance -> balance.getValue().signum() != 0)
                        .map(balance -> new Balance(new AssetCode(balance.getKey()), balance.getValue()))
                        .toList());
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    @Override
    public void read(LedgerScope scope, Consumer<LedgerEntry> each) {
        read(scope, EnumSet.allOf(TransactionKind.class), each);
    }

    @Override
    public List<TradedPair> pairs(LedgerScope scope) {
        return jdbi.withHandle(handle -> inScope(handle, PAIRS, scope, BY_PAIR)
                .map((row, context) -> new TradedPair(
                        new AssetCode(row.getString("sent_asset")),
                        new AssetCode(row.getString("received_asset")),
                        row.getLong("trades")))
                .list());
    }

    @Override
    public void read(LedgerScope scope, Set<TransactionKind> kinds, Consumer<LedgerEntry> each) {
        // one snapshot for however many statements; what a consumer throws ends it
        jdbi.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            dialect.followIndexes(handle);
            new LedgerReading(handle, sources(handle, scope, null), kinds).forEach(each);
        });
    }

    @Override
    public LedgerPage page(LedgerScope scope, LedgerFilter filter, LedgerPage.@Nullable Position after, int size) {
        return jdbi.inTransaction(handle -> {
            dialect.followIndexes(handle);
            return new LedgerPaging(handle, filter, after, size).page(sources(handle, scope, filter.source()));
        });
    }

    private static List<SourceId> sources(Handle handle, LedgerScope scope, @Nullable SourceId only) {
        return inScope(handle, SOURCES, scope, " order by s.id")
                .mapTo(String.class)
                .map(SourceId::new)
                .filter(source -> only == null || source.equals(only))
                .list();
    }

    private static Query inScope(Handle handle, String what, LedgerScope scope, String order) {
        PartnerId partner = scope.sentBy();
        Query query = handle.createQuery(what + IN_SCOPE + (partner == null ? "" : SENT) + order)
                .bind("user", scope.user().value());
        return partner == null ? query : query.bind("partner", partner.value());
    }
}
