package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.Tally;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Adds transactions to a source whose row the caller has locked: there is one writer at a time, so that what is not there
 * yet can be found first and then be written in bulk, together with what it adds to the source's figures.
 */
final class LedgerWriting {
    /** So many, or so much text, in one statement: what a database takes at once is limited. */
    private static final int MOST_ROWS = 2_000;

    private static final int MOST_TEXT = 16_000_000;

    /** Each id is looked up by itself: a join that was planned while the table was small would read all of it for ever. */
    private static final String KNOWN = """
            select s.transaction_count - s.tallied_count as uncounted,
                (select t.external_id from ledger_transactions t
                where t.source_id = s.id and t.external_id = u.id) as external_id
            from sources s left join unnest(cast(:ids as varchar array)) as u(id) on 1 = 1
            where s.id = :source""";

    private static final String ADD = """
            insert into ledger_transactions (source_id, external_id, user_id, kind, occurred_at,
                received_asset, received_quantity, sent_asset, sent_quantity, fee_asset, fee_quantity,
                raw, mapper_version, stored_at)
            select :source, u.external_id, :user, u.kind, cast(u.occurred_at as timestamp with time zone),
                u.received_asset, cast(u.received_quantity as numeric(76, 36)),
                u.sent_asset, cast(u.sent_quantity as numeric(76, 36)),
                u.fee_asset, cast(u.fee_quantity as numeric(76, 36)),
                u.raw, cast(u.mapper_version as integer), :now
            from unnest(cast(:ids as varchar array), cast(:kinds as varchar array), cast(:times as varchar array),
                cast(:receivedAssets as varchar array), cast(:receivedQuantities as varchar array),
                cast(:sentAssets as varchar array), cast(:sentQuantities as varchar array),
                cast(:feeAssets as varchar array), cast(:feeQuantities as varchar array),
                cast(:raws as varchar array), cast(:mapperVersions as varchar array))
                as u(external_id, kind, occurred_at, received_asset, received_quantity, sent_asset, sent_quantity,
                    fee_asset, fee_quantity, raw, mapper_version)""";

    private static final SqlString FIND = SqlString.of(KNOWN);

    private static final SqlString WRITE =
            SqlString.of(ADD, SourceFigures.ADD_TO_BALANCES, SourceFigures.ADD_TO_SOURCE);

    private record Known(boolean counted, Set<String> ids) {}

    private final Handle handle;
    private final SqlDialect dialect;
    private final SourceId source;
    private final UserId user;

    LedgerWriting(Handle handle, SqlDialect dialect, SourceId source, UserId user) {
        this.handle = handle;
        this.dialect = dialect;
        this.source = source;
        this.user = user;
    }

    /** Adds those that are not there yet; of several with one external id the first. */
    void add(List<LedgerTransaction> transactions, Instant now) {
        int from = 0;
        do {
            int to = endOfPart(transactions, from);
            addPart(transactions.subList(from, to), now);
            from = to;
        } while (from < transactions.size());
    }

    private static int endOfPart(List<LedgerTransaction> transactions, int from) {
        long text = 0;
        int to = from;
        while (to < transactions.size() && to - from < MOST_ROWS && text < MOST_TEXT) {
            text += transactions.get(to).raw().length();
            to++;
        }
        return to;
    }

    private void addPart(List<LedgerTransaction> transactions, Instant now) {
        Known known = known(transactions);
        if (!known.counted()) {
            SourceFigures.countAgain(handle, source);
        }
        Set<String> ids = new HashSet<>(known.ids());
        List<LedgerTransaction> added = transactions.stream()
                .filter(transaction -> ids.add(transaction.externalId()))
                .map(LedgerWriting::asKept)
                .toList();
        if (added.isEmpty()) {
            return;
        }
        Tally tally = Tally.of(added.stream()
                .map(transaction -> LedgerEntry.of(source, transaction))
                .toList());
        WRITE.write(
                handle.getConnection(),
                dialect,
                columns(SourceFigures.args(source, tally), added)
                        .text("user", user.value())
                        .time("now", now));
    }

    private Known known(List<LedgerTransaction> transactions) {
        Args args = new Args()
                .text("source", source.value())
                .texts("ids", each(transactions, LedgerTransaction::externalId));
        Known known = FIND.read(handle.getConnection(), dialect, args, rows -> {
            boolean counted = true;
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                counted &= rows.getLong("uncounted") == 0;
                String id = rows.getString("external_id");
                if (id != null) {
                    ids.add(id);
                }
            }
            return new Known(counted, ids);
        });
        return known == null ? new Known(true, Set.of()) : known;
    }

    /** Databases round what is finer than they keep; H2 and PostgreSQL not alike. */
    static LedgerTransaction asKept(LedgerTransaction transaction) {
        Instant kept = transaction.occurredAt().truncatedTo(ChronoUnit.MICROS);
        return kept.equals(transaction.occurredAt())
                ? transaction
                : new LedgerTransaction(
                        transaction.externalId(),
                        transaction.kind(),
                        kept,
                        transaction.received(),
                        transaction.sent(),
                        transaction.fee(),
                        transaction.raw(),
                        transaction.mapperVersion());
    }

    /** The transactions' columns, an array each. */
    static Args columns(Args args, List<LedgerTransaction> rows) {
        return args.texts("ids", each(rows, LedgerTransaction::externalId))
                .texts("kinds", each(rows, row -> row.kind().apiName()))
                .texts("times", each(rows, row -> row.occurredAt().toString()))
                .texts("receivedAssets", each(rows, row -> asset(row.received())))
                .texts("receivedQuantities", each(rows, row -> quantity(row.received())))
                .texts("sentAssets", each(rows, row -> asset(row.sent())))
                .texts("sentQuantities", each(rows, row -> quantity(row.sent())))
                .texts("feeAssets", each(rows, row -> asset(row.fee())))
                .texts("feeQuantities", each(rows, row -> quantity(row.fee())))
                .texts("raws", each(rows, LedgerTransaction::raw))
                .texts("mapperVersions", each(rows, row -> Integer.toString(row.mapperVersion())));
    }

    private static List<@Nullable String> each(
            List<LedgerTransaction> rows, Function<LedgerTransaction, @Nullable String> column) {
        List<@Nullable String> values = new ArrayList<>(rows.size());
        for (LedgerTransaction row : rows) {
            values.add(column.apply(row));
        }
        return values;
    }

    private static @Nullable String asset(@Nullable Amount leg) {
        return leg == null ? null : leg.asset().value();
    }

    private static @Nullable String quantity(@Nullable Amount leg) {
        return leg == null ? null : leg.quantity().toPlainString();
    }
}
