-- What the user lets the partner of an active connection see: all sources, or those that it sent.
alter table connections add column if not exists shares_all boolean default false not null;
