create table if not exists key_rings (
    id ${key} primary key,
    purpose varchar not null,
    master_key_id varchar not null,
    wrapped varchar not null,
    created_at timestamp with time zone not null,
    active_from timestamp with time zone not null,
    retired_at timestamp with time zone
);

-- Append-only: nothing here is ever changed.
create table if not exists audit_log (
    id bigint generated always as identity primary key,
    action varchar not null,
    partner_id uuid,
    credential_id ${id},
    subject varchar not null,
    request_id varchar not null,
    address varchar not null,
    at timestamp with time zone not null
);

-- The scheduler's own table; its form is the library's.
create table if not exists scheduled_tasks (
    task_name ${key} not null,
    task_instance ${key} not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index if not exists scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
