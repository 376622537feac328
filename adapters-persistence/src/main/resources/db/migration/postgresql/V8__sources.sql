-- When a populated source is refreshed by itself (null: nobody has planned it yet), and when its owner last asked for it.
alter table sources add column if not exists refresh_at timestamp with time zone;
alter table sources add column if not exists refresh_asked_at timestamp with time zone;

-- Partial, so that a registration pays nothing for it.
create index if not exists sources_refresh on sources (refresh_at)
    where status = 'populated' and credentials_id is not null;

-- What users have uploaded and not confirmed yet: no ledger's part. Kept for an hour, in parts of a thousand transactions.
create table if not exists uploads (
    id ${id} primary key,
    user_id ${id} not null,
    transactions integer not null,
    expires_at timestamp with time zone not null,
    confirmed_at timestamp with time zone
);

create index if not exists uploads_user on uploads (user_id);

create table if not exists upload_parts (
    upload_id ${id} not null,
    number integer not null,
    content bytea not null,
    primary key (upload_id, number)
);
