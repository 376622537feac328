-- A merged source keeps its row, for those who hold its id, without fingerprints and credentials.
create table if not exists sources (
    id ${id} primary key,
    user_id ${id} not null,
    exchange ${id} not null,
    status varchar not null,
    failure varchar,
    key_fingerprint bytea,
    secret_fingerprint bytea,
    credentials_id ${id},
    sealed_credentials varchar,
    account_ref ${key},
    next_page varchar,
    run_id ${id},
    run_began_at timestamp with time zone,
    imported_at timestamp with time zone,
    transaction_count bigint default 0 not null,
    merged_into ${id},
    created_at timestamp with time zone not null,
    constraint sources_key unique (user_id, exchange, key_fingerprint)
);

create table if not exists source_senders (
    source_id ${id} not null,
    partner_id uuid not null,
    first_sent_at timestamp with time zone not null,
    primary key (source_id, partner_id)
);

create table if not exists ledger_transactions (
    source_id ${id} not null,
    external_id ${key} not null,
    user_id ${id} not null,
    kind varchar not null,
    occurred_at timestamp with time zone not null,
    received_asset varchar,
    received_quantity numeric(76, 36),
    sent_asset varchar,
    sent_quantity numeric(76, 36),
    fee_asset varchar,
    fee_quantity numeric(76, 36),
    raw varchar not null,
    mapper_version integer not null,
    stored_at timestamp with time zone not null,
    primary key (source_id, external_id)
);

create index if not exists ledger_transactions_latest on ledger_transactions (user_id, occurred_at desc);
