-- How long the tokens that a partner signs itself may live.
alter table partners add column if not exists token_lifetime_seconds integer default 900 not null;

-- Signatures of requests that were accepted, until they are too old to be accepted anyhow.
create table if not exists signature_marks (
    credential_id ${id} not null,
    made_at bigint not null,
    signature bytea not null,
    kept_until timestamp with time zone not null,
    primary key (credential_id, made_at, signature)
);

create index if not exists signature_marks_due on signature_marks (kept_until);

-- The latest time of a mark that was forgotten. A signature whose mark would have been kept no longer may have been among
-- them, however the clocks have been set meanwhile.
create table if not exists signature_horizon (
    id integer primary key,
    forgotten_until timestamp with time zone not null
);
