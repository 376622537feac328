package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Balance;
import dev.gangway.domain.ledger.Tally;
import dev.gangway.domain.source.SourceId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a source's transactions add up to, in its own row and in source_balances. Whoever writes transactions has locked the
 * source's row and writes these in the same transaction, so that they say what the rows say.
 */
final class SourceFigures {
    /** Adds {@link #args} to the balances. */
    static final String ADD_TO_BALANCES = """
            merge into source_balances b
            using (select u.asset as asset, cast(u.quantity as numeric(100, 36)) as quantity
                from unnest(cast(:assets as varchar array), cast(:quantities as varchar array)) as u(asset, quantity)) d
            on (b.source_id = :source and b.asset = d.asset)
            when matched then update set quantity = b.quantity + d.quantity
            when not matched then insert (source_id, asset, quantity) values (:source, d.asset, d.quantity)""";

    /** Adds {@link #args} to the source. */
    static final String ADD_TO_SOURCE = """
            update sources set ledger_version = ledger_version + 1,
                transaction_count = transaction_count + :transactions,
                tallied_count = tallied_count + :transactions,
                unclassified_count = unclassified_count + :unclassified,
                first_transaction_at = least(
                    coalesce(first_transaction_at, cast(:first as timestamp with time zone)),
                    coalesce(cast(:first as timestamp with time zone), first_transaction_at))
            where id = :source""";

    /** After transactions were changed: the first may have another time now, or another one may be the first. */
    static final String FIND_FIRST = """
            update sources set first_transaction_at = (
                select min(occurred_at) from ledger_transactions
                where source_id = :source and (kind <> 'unclassified'
                    or occurred_at <> timestamp with time zone '1970-01-01 00:00:00+00'))
            where id = :source""";

    private static final String FORGET_BALANCES = """
            delete from source_balances where source_id = :source""";

    private static final String COUNT_BALANCES = """
            insert into source_balances (source_id, asset, quantity)
            select cast(:source as varchar), l.asset, sum(l.quantity)
            from (
                select received_asset as asset, received_quantity as quantity
                from ledger_transactions where source_id = :source and received_asset is not null and kind <> 'unclassified'
                union all
                select sent_asset, -sent_quantity
                from ledger_transactions where source_id = :source and sent_asset is not null and kind <> 'unclassified'
                union all
                select fee_asset, -fee_quantity
                from ledger_transactions where source_id = :source and fee_asset is not null and kind <> 'unclassified'
            ) l
            group by l.asset""";

    private static final String COUNT = """
            update sources set ledger_version = ledger_version + 1,
                transaction_count = (select count(*) from ledger_transactions where source_id = :source),
                tallied_count = (select count(*) from ledger_transactions where source_id = :source),
                unclassified_count = (
                    select count(*) from ledger_transactions where source_id = :source and kind = 'unclassified')
            where id = :source""";

    private SourceFigures() {}

    /** The values of {@link #ADD_TO_BALANCES} and {@link #ADD_TO_SOURCE}. */
    static Args args(SourceId source, Tally change) {
        List<Balance> balances = change.byCode();
        return new Args()
                .text("source", source.value())
                .texts(
                        "assets",
                        balances.stream()
                                .map(balance -> balance.asset().value())
                                .toList())
                .texts(
                        "quantities",
                        balances.stream()
                                .map(balance -> balance.quantity().toPlainString())
                                .toList())
                .number("transactions", change.transactions())
                .number("unclassified", change.unclassified())
                .time("first", change.first());
    }

    /** Counts from the rows, all of them, for who finds that somebody else has written some. The caller has locked the source. */
    static void countAgain(Handle handle, SourceId source) {
        for (String statement : List.of(FORGET_BALANCES, COUNT_BALANCES, COUNT, FIND_FIRST)) {
            handle.createUpdate(statement).bind("source", source.value()).execute();
        }
    }
}
