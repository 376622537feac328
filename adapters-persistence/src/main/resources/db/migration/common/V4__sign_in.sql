-- Ids of links and sessions are stored as hashes: who reads the table can follow no link.
create table if not exists redirect_tokens (
    id_hash bytea primary key,
    user_id ${id} not null,
    partner_id uuid not null,
    delivery varchar not null,
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    consumed_at timestamp with time zone,
    superseded_at timestamp with time zone,
    revoked_at timestamp with time zone
);

create index if not exists redirect_tokens_user on redirect_tokens (user_id);

create table if not exists sessions (
    id_hash bytea primary key,
    user_id ${id} not null,
    signed_in_at timestamp with time zone not null,
    last_seen_at timestamp with time zone not null
);
