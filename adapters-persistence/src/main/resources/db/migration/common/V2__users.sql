-- The tables of a registration have no foreign keys: one transaction writes all of their rows, and a key into partners
-- would make every registration lock its partner's row.

create table if not exists users (
    id ${id} primary key,
    realm ${id} not null,
    email varchar not null,
    email_canonical ${key} not null,
    name varchar,
    surname varchar,
    jurisdiction varchar not null,
    created_at timestamp with time zone not null,
    constraint users_email unique (realm, email_canonical)
);

create table if not exists attributions (
    user_id ${id} primary key,
    partner_id uuid not null,
    attributed_at timestamp with time zone not null
);

create table if not exists connections (
    user_id ${id} not null,
    partner_id uuid not null,
    status varchar not null,
    approved_at timestamp with time zone,
    created_at timestamp with time zone not null,
    primary key (user_id, partner_id)
);

-- A partner's own id of a user. Apart from connections, so that giving one is an insert-if-absent for new and known
-- users alike, and so that the many connections without one take no room in its index.
create table if not exists partner_user_ids (
    partner_id uuid not null,
    partner_user_id ${key} not null,
    user_id ${id} not null,
    primary key (partner_id, partner_user_id),
    constraint partner_user_ids_user unique (user_id, partner_id)
);

create table if not exists discount_redemptions (
    user_id ${id} primary key,
    partner_id uuid not null,
    code_canonical ${key} not null,
    code varchar not null,
    redeemed_at timestamp with time zone not null
);
