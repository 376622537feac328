-- What PostgreSQL does with partial indexes.
create unique index sources_account on sources (user_id, exchange, account_ref);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
