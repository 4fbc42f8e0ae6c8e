-- The name of its server's connections ('obmen': one of before). Without any, that server died, and the
-- batch counts as not sent (abandonOrphans in outbox/batches/end-batches.ts).
alter table outbox_batch drop column alive_at;
alter table outbox_batch add column server text not null default 'obmen';
alter table outbox_batch alter column server set default current_setting('application_name');
-- Counts of owed orders and those waiting longest (oldestOwed in outbox/entries/entry-sql.ts).
create index outbox_entry_waiting on outbox_entry (integration_key, owed_since, order_key)
  where (pending_revision > confirmed_revision) and (held_since is null);
