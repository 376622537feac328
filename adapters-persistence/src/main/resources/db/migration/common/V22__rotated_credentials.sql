-- A rotation brings the end of a credential forward. What end it was issued with is kept from then on (null for none), so that
-- whatever replaces it lives as long as it was to live itself.
alter table partner_credentials add column if not exists rotated_at timestamp with time zone;
alter table partner_credentials add column if not exists issued_until timestamp with time zone;
