-- What PostgreSQL does with partial indexes.
create index if not exists ledger_transactions_kind on ledger_transactions (source_id, kind, occurred_at, external_id);
create index if not exists ledger_transactions_received on ledger_transactions (source_id, received_asset, occurred_at, external_id);
create index if not exists ledger_transactions_sent on ledger_transactions (source_id, sent_asset, occurred_at, external_id);
create index if not exists ledger_transactions_fee on ledger_transactions (source_id, fee_asset, occurred_at, external_id);
