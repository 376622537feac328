-- Fills the tables with as many registered users as :users says, so that a run can tell whether a registration costs
-- more among many. Their imports are done: nothing is queued.
\set ON_ERROR_STOP on
insert into users (id, realm, email, email_canonical, name, surname, jurisdiction, created_at)
  select 'usr_7' || lpad(n::text, 25, '0'), 'shared', 'crowd+' || n || '@example.com', 'crowd+' || n || '@example.com', 'Jordan', 'Mensah', 'RSA', now()
  from generate_series(1, :users) n;
insert into attributions (user_id, partner_id, attributed_at)
  select 'usr_7' || lpad(n::text, 25, '0'), p.id, now() from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
insert into connections (user_id, partner_id, status, approved_at, created_at)
  select 'usr_7' || lpad(n::text, 25, '0'), p.id, 'active', now(), now() from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
insert into sources (id, user_id, exchange, status, key_fingerprint, secret_fingerprint, credentials_id, sealed_credentials, created_at)
  select 'src_7' || lpad(n::text, 25, '0'), 'usr_7' || lpad(n::text, 25, '0'), 'SIXPENCE', 'populated', sha256(('ck' || n)::bytea), sha256(('cs' || n)::bytea), 'crd_7' || lpad(n::text, 25, '0'), repeat('x', 200), now()
  from generate_series(1, :users) n;
insert into source_senders (source_id, partner_id, first_sent_at)
  select 'src_7' || lpad(n::text, 25, '0'), p.id, now() from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
insert into redirect_tokens (id_hash, link_id, user_id, partner_id, delivery, issued_at, expires_at)
  select sha256(('cl' || n)::bytea), 'lnk_7' || lpad(n::text, 25, '0'), 'usr_7' || lpad(n::text, 25, '0'), p.id, 'redirect', now(), now() + interval '30 days'
  from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
insert into discount_redemptions (user_id, partner_id, code_canonical, code, redeemed_at)
  select 'usr_7' || lpad(n::text, 25, '0'), p.id, 'LOAD_WELCOME', 'LOAD_WELCOME', now()
  from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
insert into audit_log (action, partner_id, credential_id, subject, request_id, address, at, scheme)
  select 'user_registered', p.id, 'cred_70000000000000000000000000', 'usr_7' || lpad(n::text, 25, '0'), 'req_' || n, '127.0.0.1', now(), 'Bearer'
  from generate_series(1, :users) n, partners p where p.slug = 'loadtest';
vacuum analyze;
