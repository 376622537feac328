-- Who asked, and what had proved it; and why a call was refused, how often is counted in a row of its own.
alter table audit_log add column if not exists scheme varchar;
alter table audit_log add column if not exists actor varchar;
alter table audit_log add column if not exists reason varchar;
alter table audit_log add column if not exists counted_in ${key};

-- How often a call was refused within one minute, for one address and reason; only ever grows.
create table if not exists refusal_counts (
    id ${key} primary key,
    refusals bigint not null
);

-- What was computed of calls that were refused, for whoever asks why; kept for two weeks.
create table if not exists explanations (
    id bigint generated always as identity primary key,
    request_id ${key} not null,
    at timestamp with time zone not null,
    address varchar not null,
    route varchar not null,
    credential_id ${id},
    scheme varchar,
    reason varchar not null,
    explained_by varchar not null,
    explanation varchar not null,
    canonical varchar,
    body_sha256 varchar,
    clock_difference bigint,
    expected varchar not null,
    compared varchar,
    differs_at integer not null,
    differs_on_line integer not null,
    differs_in varchar,
    computed varchar not null,
    sent varchar not null
);

create index if not exists explanations_request on explanations (request_id, id);
create index if not exists explanations_at on explanations (at);

-- Nothing in the audit log is ever changed, by us or by hand. H2 sees no truncate.
create trigger if not exists audit_log_append_only before update, delete on audit_log
    for each row call "dev.gangway.adapters.persistence.AppendOnly";
create trigger if not exists refusal_counts_only_grow before update, delete on refusal_counts
    for each row call "dev.gangway.adapters.persistence.AppendOnly";
