-- Written in batches, at most once a minute for each credential and node; null until the first use.
alter table partner_credentials add column if not exists last_used_at timestamp with time zone;
