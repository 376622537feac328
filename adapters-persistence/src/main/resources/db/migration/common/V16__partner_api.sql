-- What partners call a link: never the id in its token. Links from before have none, and none can be asked for.
alter table redirect_tokens add column if not exists link_id ${id};
alter table redirect_tokens add column if not exists viewed_at timestamp with time zone;

create unique index if not exists redirect_tokens_link on redirect_tokens (link_id);

-- A partner's users, page by page.
create index if not exists connections_partner on connections (partner_id, user_id);

-- Whether the source's owner has put in a key of their own, so that it does not go with what a partner takes back.
alter table sources add column if not exists kept_by_user boolean default false not null;

update sources set kept_by_user = true
where id in (select a.subject from audit_log a where a.action = 'source_key_replaced');

-- What partners have taken back, so that taking it back again is told from what never was.
create table if not exists source_removals (
    source_id ${id} not null,
    partner_id uuid not null,
    user_id ${id} not null,
    removed_at timestamp with time zone not null,
    primary key (source_id, partner_id)
);
