-- When its server last said that it is still being sent: one of a server that died counts as not sent.
alter table outbox_batch add column alive_at timestamptz not null default now();
-- abandonOrphans (outbox/batches/end-batches.ts), every five seconds.
create index outbox_batch_open on outbox_batch (id) where state = 'open';
