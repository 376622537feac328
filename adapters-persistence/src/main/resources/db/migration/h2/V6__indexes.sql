-- What PostgreSQL does with partial indexes.
create unique index if not exists sources_account on sources (user_id, exchange, account_ref);
create index if not exists scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
