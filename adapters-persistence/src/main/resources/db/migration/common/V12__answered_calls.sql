-- What calls with an Idempotency-Key were answered, without their links. Who called, the key and the request are hashed:
-- the request held credentials.
create table if not exists answered_calls (
    call_hash bytea primary key,
    request_hash bytea not null,
    answer varchar not null,
    link_for ${id},
    expires_at timestamp with time zone not null
);

create index if not exists answered_calls_over on answered_calls (expires_at);
