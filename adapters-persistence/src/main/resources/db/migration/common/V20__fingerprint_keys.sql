-- Which key of the ring the fingerprints of a source's credentials were made under; '' where nobody has written it down, as
-- the version before does.
alter table sources add column if not exists fingerprint_key ${id} default '' not null;
