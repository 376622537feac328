-- Whether the key that the source uses is one that this partner sent.
alter table source_senders add column if not exists sent_key boolean default true not null;

-- Whether it is its owner's own. (kept_by_user: whether one has been, so that the source stays whoever takes back what.)
alter table sources add column if not exists key_by_user boolean default false not null;

update sources set key_by_user = true where kept_by_user and credentials_id is not null;
