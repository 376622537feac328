-- What a registration leaves: for each table how many rows there are per user, and which columns they fill.
select t.name || ' x' || round(t.rows::numeric / (select count(*) from users), 2) || ': ' || t.columns
from (
  select 'users' name, count(*) rows, (select string_agg(distinct k, ' ' order by k) from (select * from users limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) columns from users
  union all select 'attributions', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from attributions limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from attributions
  union all select 'connections', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from connections limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from connections
  union all select 'sources', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from sources limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from sources
  union all select 'source_senders', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from source_senders limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from source_senders
  union all select 'redirect_tokens', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from redirect_tokens limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from redirect_tokens
  union all select 'discount_redemptions', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from discount_redemptions limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from discount_redemptions
  union all select 'scheduled_tasks', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from scheduled_tasks limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from scheduled_tasks
  union all select 'audit_log', count(*), (select string_agg(distinct k, ' ' order by k) from (select * from audit_log where action = 'user_registered' limit 2000) r, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r))) k) from audit_log where action = 'user_registered'
) t order by t.name;
