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

-- Next to nothing for whoever appends, and enough for whoever asks for a day.
create index if not exists audit_log_at on audit_log using brin (at);

create or replace function refusal_counts_only_grow() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.id = old.id and new.refusals >= old.refusals then
            return new;
        end if;
    end if;
    raise exception 'refusal_counts only grow';
end
$$;

create or replace trigger refusal_counts_only_grow before update or delete on refusal_counts
    for each row execute function refusal_counts_only_grow();
create or replace trigger refusal_counts_stay before truncate on refusal_counts
    for each statement execute function refusal_counts_only_grow();
