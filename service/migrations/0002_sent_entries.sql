-- What 1C was given to the end, on the entry itself. That decides whether an order is followed, and it outlives batches and their items.
alter table outbox_entry
  add column first_sent_at timestamptz,
  add column last_sent_at timestamptz,
  add column sent_revision integer;

with sent as (
  select b.integration_key, i.order_key, min(b.sent_at) as first_sent_at, max(b.sent_at) as last_sent_at,
         max(i.revision) as sent_revision
    from outbox_batch b join outbox_batch_item i on i.batch_id = b.id
   where b.sent_at is not null
   group by 1, 2),
-- Entries of removed integrations were deleted until now.
removed as (
  insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, first_sent_at, last_sent_at, sent_revision)
  select s.integration_key, s.order_key, o.revision, 0, s.first_sent_at, s.last_sent_at, s.sent_revision
    from sent s join removed_integration r on r.key = s.integration_key join sale_order o on o.key = s.order_key
  on conflict do nothing)
update outbox_entry e
   set first_sent_at = s.first_sent_at, last_sent_at = s.last_sent_at, sent_revision = s.sent_revision,
       -- Given to 1C, not confirmed, and forgotten when it left the rules: now it is followed.
       pending_revision = case when e.pending_revision = 0 then e.latest_revision else e.pending_revision end,
       owed_since = case when e.pending_revision = 0 then now() else e.owed_since end
  from sent s
 where e.integration_key = s.integration_key and e.order_key = s.order_key;

-- Whether any integration of an order's company, a removed one too, was given it (outbox/batches/ever-given.ts).
create index removed_integration_company on removed_integration (company_id);
