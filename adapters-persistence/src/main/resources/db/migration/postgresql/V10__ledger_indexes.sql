-- Compared by their bytes: ordering by a language's rules would be most of what the indexes below cost.
alter table ledger_transactions
    alter column kind type varchar collate "C",
    alter column received_asset type varchar collate "C",
    alter column sent_asset type varchar collate "C",
    alter column fee_asset type varchar collate "C";

-- A page of the ledger that is filtered by kind or asset is found as fast as any other. Each holds all that pages are ordered
-- by, and the kind, so that those of an asset that are of another kind are passed over without a look at the row. A fee is mostly
-- charged in one of the assets that were traded, by which the transaction is found already.
create index if not exists ledger_transactions_kind on ledger_transactions (source_id, kind, occurred_at, external_id);

create index if not exists ledger_transactions_received
    on ledger_transactions (source_id, received_asset, occurred_at, external_id, kind)
    where received_asset is not null;

create index if not exists ledger_transactions_sent
    on ledger_transactions (source_id, sent_asset, occurred_at, external_id, kind)
    where sent_asset is not null;

create index if not exists ledger_transactions_fee
    on ledger_transactions (source_id, fee_asset, occurred_at, external_id, kind)
    where fee_asset is not null
        and fee_asset is distinct from received_asset and fee_asset is distinct from sent_asset;
