-- A credential is verified by one of four things, each in a column of its own: the hash of a token, a secret that is sealed
-- for this row, a public key, or the address of a set of them. Nothing in a row that a bearer token does not need is set.
alter table partner_credentials add column if not exists sealed_secret varchar;
alter table partner_credentials add column if not exists public_key varchar;
alter table partner_credentials add column if not exists key_set_url varchar;
alter table partner_credentials add column if not exists allowed_addresses varchar;
alter table partner_credentials add column if not exists own_calls_per_minute integer;
