-- The rows of one registration of a new user with one source, a discount and a link, as RegisterPartnerUser records
-- them, written statement by statement. benchmarks/run compares what both leave (shape.sql) and stops where they differ.
-- Ids grow, as ULIDs do: each client appends at one place of an index.
\set i :i + 1
\set n (:run * 1000 + :client_id) * 1000000000 + :i
begin;
insert into users (id, realm, email, email_canonical, name, surname, jurisdiction, created_at)
  values ('usr_' || lpad(:n::bigint::text, 26, '0'), 'shared', 'load+' || :n::bigint || '@example.com', 'load+' || :n::bigint || '@example.com', 'Jordan', 'Mensah', 'RSA', now());
insert into attributions (user_id, partner_id, attributed_at)
  values ('usr_' || lpad(:n::bigint::text, 26, '0'), :partner::uuid, now());
insert into connections (user_id, partner_id, status, approved_at, created_at)
  values ('usr_' || lpad(:n::bigint::text, 26, '0'), :partner::uuid, 'active', now(), now());
insert into sources (id, user_id, exchange, status, key_fingerprint, secret_fingerprint, credentials_id, sealed_credentials, created_at)
  values ('src_' || lpad(:n::bigint::text, 26, '0'), 'usr_' || lpad(:n::bigint::text, 26, '0'), 'SIXPENCE', 'processing', sha256(('k' || :n::bigint)::bytea), sha256(('s' || :n::bigint)::bytea), 'crd_' || lpad(:n::bigint::text, 26, '0'), repeat('x', 200), now());
insert into source_senders (source_id, partner_id, first_sent_at)
  values ('src_' || lpad(:n::bigint::text, 26, '0'), :partner::uuid, now());
insert into redirect_tokens (id_hash, link_id, user_id, partner_id, delivery, issued_at, expires_at)
  values (sha256(('l' || :n::bigint)::bytea), 'lnk_' || lpad(:n::bigint::text, 26, '0'), 'usr_' || lpad(:n::bigint::text, 26, '0'), :partner::uuid, 'redirect', now(), now() + interval '30 days');
insert into discount_redemptions (user_id, partner_id, code_canonical, code, redeemed_at)
  values ('usr_' || lpad(:n::bigint::text, 26, '0'), :partner::uuid, 'LOAD_WELCOME', 'LOAD_WELCOME', now());
insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
  values ('import-source', 'crd_' || lpad(:n::bigint::text, 26, '0'), repeat('x', 60)::bytea, now(), false, 1, 100);
insert into audit_log (action, partner_id, credential_id, subject, request_id, address, at, scheme)
  values ('user_registered', :partner::uuid, 'cred_' || lpad(:n::bigint::text, 26, '0'), 'usr_' || lpad(:n::bigint::text, 26, '0'), 'req_' || lpad(:n::bigint::text, 26, '0'), '127.0.0.1', now(), 'Bearer');
commit;
