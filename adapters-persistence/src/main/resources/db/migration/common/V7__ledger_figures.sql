-- What a source's transactions add up to, kept beside them by whoever stores them. tallied_count is how many of them the
-- figures hold: where it is not transaction_count, a node of the version before this one has stored some, and who comes
-- next counts again.
alter table sources add column if not exists ledger_version bigint default 0 not null;
alter table sources add column if not exists tallied_count bigint default 0 not null;
alter table sources add column if not exists unclassified_count bigint default 0 not null;
alter table sources add column if not exists first_transaction_at timestamp with time zone;

-- A sum of many transactions has more digits than any one of them.
create table if not exists source_balances (
    source_id ${id} not null,
    asset ${key} not null,
    quantity numeric(100, 36) not null,
    primary key (source_id, asset)
);

-- Filled from an empty table on, as often as it takes.
delete from source_balances;

insert into source_balances (source_id, asset, quantity)
select l.source_id, l.asset, sum(l.quantity)
from (
    select source_id, received_asset as asset, received_quantity as quantity
    from ledger_transactions where received_asset is not null and kind <> 'unclassified'
    union all
    select source_id, sent_asset, -sent_quantity
    from ledger_transactions where sent_asset is not null and kind <> 'unclassified'
    union all
    select source_id, fee_asset, -fee_quantity
    from ledger_transactions where fee_asset is not null and kind <> 'unclassified'
) l
group by l.source_id, l.asset;

update sources set
    ledger_version = 1,
    tallied_count = (select count(*) from ledger_transactions t where t.source_id = sources.id),
    unclassified_count = (
        select count(*) from ledger_transactions t where t.source_id = sources.id and t.kind = 'unclassified'),
    first_transaction_at = (
        select min(t.occurred_at) from ledger_transactions t
        where t.source_id = sources.id
            and (t.kind <> 'unclassified' or t.occurred_at <> timestamp with time zone '1970-01-01 00:00:00+00'))
where transaction_count > 0;

-- A ledger is read source by source, in the order of time, whatever is asked of it.
create index if not exists ledger_transactions_time on ledger_transactions (source_id, occurred_at, external_id);
