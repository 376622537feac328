-- ${id} is an identity (prefix and ULID, compared by its bytes), ${key} any text that is compared byte for byte.
-- ASCII case is folded in Java, never here: databases disagree on letters such as the Turkish dotless i.
-- H2 keeps each statement of a migration that did not end: every one of them can be run again.

create table if not exists partners (
    id uuid primary key,
    slug ${id} not null,
    name varchar not null,
    realm ${id} not null,
    exchanges varchar not null,
    default_discount varchar,
    link_lifetime_seconds bigint not null,
    return_url varchar,
    refresh_url varchar,
    calls_per_minute integer not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    constraint partners_slug unique (slug),
    constraint partners_name unique (name)
);

-- redeemed is kept for capped discounts only: an uncapped one must not become a row that every registration locks.
-- last_redeemed_by carries the outcome of the conditional count from one statement to the next in the same string.
create table if not exists partner_discounts (
    partner_id uuid not null references partners (id),
    code_canonical ${key} not null,
    code varchar not null,
    cap integer,
    expires_at timestamp with time zone,
    redeemed integer default 0 not null,
    last_redeemed_by ${id},
    primary key (partner_id, code_canonical)
);

create table if not exists partner_credentials (
    id ${id} primary key,
    partner_id uuid not null references partners (id),
    type varchar not null,
    scopes varchar not null,
    label varchar,
    token_hash bytea,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint partner_credentials_token_hash unique (token_hash)
);

create index if not exists partner_credentials_partner on partner_credentials (partner_id, created_at);

-- The calls that a credential was admitted in the last minute, counted by the second. One short row that is replaced
-- beats a row per call, and its lock is the queue in which calls of one credential are admitted.
create table if not exists call_rates (
    credential_id ${id} primary key,
    calls varchar not null
);

-- One row per thing that is changed rarely and by one transaction at a time. Whoever changes it locks the row.
create table if not exists mutexes (
    name ${id} primary key
);

insert into mutexes (name) values ('partners'), ('key_rings') on conflict do nothing;
