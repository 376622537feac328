-- Partial, so that a registration, whose source has no account yet and whose job nobody has picked, pays for neither.
create unique index sources_account on sources (user_id, exchange, account_ref) where account_ref is not null;
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where picked;

-- Rows that are changed in place soon after they were written: room for it on their own page.
alter table sources set (fillfactor = 85);
alter table redirect_tokens set (fillfactor = 85);
alter table scheduled_tasks set (fillfactor = 70);

-- Nothing in the audit log is ever changed, by us or by hand.
create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_log is append-only';
end
$$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_append_only();
