package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of some sources in the order of time: each source is read batch by batch, from where its last batch
 * ended, and what is held of them is merged. Memory holds a batch of each.
 */
final class LedgerReading {
    private static final int MOST_ROWS = 40_000;
    private static final int LARGE_BATCH = 2_000;
    private static final int SMALL_BATCH = 200;

    private static final Set<TransactionKind> ALL = EnumSet.allOf(TransactionKind.class);

    private static final String FROM =
            "select " + LedgerRows.ENTRY_COLUMNS + " from ledger_transactions t where t.source_id = :source";

    /** Twice the time: one that every index is entered by, one that is exact. */
    private static final String BEHIND = " and t.occurred_at >= :at and (t.occurred_at, t.external_id) > (:at, :id)";

    /** By the source too, which is always the same: H2 takes the order of an index only as it stands. */
    private static final String ORDER = " order by t.source_id, t.occurred_at, t.external_id limit ";

    private final EntryReader entries = new EntryReader();
    private final Handle handle;
    private final List<SourceId> sources;
    private final String from;
    private final int batch;

    LedgerReading(Handle handle, List<SourceId> sources, Set<TransactionKind> kinds) {
        this.handle = handle;
        this.sources = sources;
        this.from = kinds.containsAll(ALL) ? FROM : FROM + ofKinds(kinds);
        this.batch = sources.size() * LARGE_BATCH <= MOST_ROWS ? LARGE_BATCH : SMALL_BATCH;
    }

    private static String ofKinds(Set<TransactionKind> kinds) {
        return kinds.isEmpty()
                ? " and false"
                : kinds.stream()
                        .map(kind -> "'" + kind.apiName() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", " and t.kind in (", ")"));
    }

    void forEach(Consumer<LedgerEntry> each) {
        // of one source there is only one head at a time, so that external ids need no comparing
        Queue<History> heads = new PriorityQueue<>(
                Math.max(1, sources.size()),
                Comparator.comparing((History history) -> history.head().occurredAt())
                        .thenComparing(history -> history.head().source().value()));
        for (SourceId source : sources) {
            History history = new History(source);
            if (history.hasMore()) {
                heads.add(history);
            }
        }
        History earliest = heads.poll();
        while (earliest != null) {
            each.accept(earliest.next());
            if (earliest.hasMore()) {
                heads.add(earliest);
            }
            earliest = heads.poll();
        }
    }

    /** What is still to come of a source. */
    private final class History {
        private final SourceId source;
        private final Queue<LedgerEntry> rows = new ArrayDeque<>();
        private @Nullable LedgerEntry last;
        private boolean ended;

        History(SourceId source) {
            this.source = source;
        }

        LedgerEntry head() {
            return rows.element();
        }

        LedgerEntry next() {
            return rows.remove();
        }

        boolean hasMore() {
            if (rows.isEmpty() && !ended) {
                List<LedgerEntry> batchRead = read();
                rows.addAll(batchRead);
                ended = batchRead.size() < batch;
                last = ended ? null : batchRead.get(batchRead.size() - 1);
            }
            return !rows.isEmpty();
        }

        private List<LedgerEntry> read() {
            LedgerEntry behind = last;
            // the number is part of the text, so that PostgreSQL plans for a few rows in order and not for a sort of
            // all
            Query query = handle.createQuery(from + (behind == null ? "" : BEHIND) + ORDER + batch)
                    .bind("source", source.value());
            if (behind != null) {
                query.bind("at", Rows.utc(behind.occurredAt())).bind("id", behind.externalId());
            }
            return query.map((row, context) -> entries.read(row)).list();
        }
    }
}
