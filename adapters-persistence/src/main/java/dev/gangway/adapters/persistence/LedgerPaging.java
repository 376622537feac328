package dev.gangway.adapters.persistence;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.source.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * One page of some sources' transactions, latest first. Of each source, and of each leg that may hold a wanted asset, the
 * latest are taken in the order of an index, never more than the page holds, and the page is the latest of them.
 */
final class LedgerPaging {
    /** So many sources in one statement. */
    private static final int MOST_SOURCES = 20;

    /** The fee's index holds those alone whose fee is in an asset of its own: the others are found by that asset. */
    private static final Map<String, String> LEGS = Map.of(
            "t.received_asset", " and t.received_asset = :asset",
            "t.sent_asset", " and t.sent_asset = :asset",
            "t.fee_asset",
                    " and t.fee_asset = :asset and t.fee_asset is distinct from t.received_asset"
                            + " and t.fee_asset is distinct from t.sent_asset");

    private final EntryReader entries = new EntryReader();
    private final Handle handle;
    private final LedgerFilter filter;
    private final LedgerPage.@Nullable Position after;
    private final int size;
    private final int wanted;

    LedgerPaging(Handle handle, LedgerFilter filter, LedgerPage.@Nullable Position after, int size) {
        this.handle = handle;
        this.filter = filter;
        this.after = after;
        this.size = size;
        // one more than the page holds tells whether there is another page
        this.wanted = size + 1;
    }

    LedgerPage page(List<SourceId> sources) {
        List<LedgerEntry> found = new ArrayList<>();
        for (int from = 0; from < sources.size(); from += MOST_SOURCES) {
            found.addAll(latest(sources.subList(from, Math.min(from + MOST_SOURCES, sources.size()))));
        }
        // those of one source come from one statement, in the database's own order, which a stable sort keeps
        found.sort(Comparator.comparing(LedgerEntry::occurredAt)
                .thenComparing(entry -> entry.source().value())
                .reversed());
        if (found.size() <= size) {
            return new LedgerPage(found, null);
        }
        LedgerEntry last = found.get(size - 1);
        return new LedgerPage(
                found.subList(0, size), new LedgerPage.Position(last.occurredAt(), last.source(), last.externalId()));
    }

    private List<LedgerEntry> latest(List<SourceId> sources) {
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String from =
                    "(select " + LedgerRows.ENTRY_COLUMNS + " from ledger_transactions t where t.source_id = :s" + i;
            String where = from + conditions() + behind(sources.get(i));
            if (filter.asset() != null) {
                LEGS.forEach((leg, condition) -> branches.add(where + condition + latestBy(leg + " desc, ")));
            } else {
                branches.add(where + latestBy(filter.kind() == null ? "" : "t.kind desc, "));
            }
        }
        // without "all" what is found by two of its legs is one
        String union = branches.stream().collect(Collectors.joining(") union ", "select * from (", ")) t"));
        Query query = handle.createQuery(
                        union + " order by t.occurred_at desc, t.source_id desc, t.external_id desc limit " + wanted)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        for (int i = 0; i < sources.size(); i++) {
            query.bind("s" + i, sources.get(i).value());
        }
        return bound(query).map((row, context) -> entries.read(row)).list();
    }

    /** By what is the same in all of them too: H2 takes the order of an index only as it stands. */
    private String latestBy(String same) {
        return " order by t.source_id desc, " + same + "t.occurred_at desc, t.external_id desc limit " + wanted;
    }

    private String conditions() {
        return (filter.kind() == null ? "" : " and t.kind = :kind")
                + (filter.from() == null ? "" : " and t.occurred_at >= :from")
                + (filter.before() == null ? "" : " and t.occurred_at < :before");
    }

    private String behind(SourceId source) {
        if (after == null) {
            return "";
        }
        int order = source.value().compareTo(after.source().value());
        if (order == 0) {
            return " and t.occurred_at <= :at and (t.occurred_at, t.external_id) < (:at, :id)";
        }
        return order < 0 ? " and t.occurred_at <= :at" : " and t.occurred_at < :at";
    }

    private Query bound(Query query) {
        if (filter.kind() != null) {
            query.bind("kind", filter.kind().apiName());
        }
        if (filter.asset() != null) {
            query.bind("asset", filter.asset().value());
        }
        if (filter.from() != null) {
            query.bind("from", Rows.utc(filter.from()));
        }
        if (filter.before() != null) {
            query.bind("before", Rows.utc(filter.before()));
        }
        if (after != null) {
            query.bind("at", Rows.utc(after.occurredAt())).bind("id", after.externalId());
        }
        return query;
    }
}
