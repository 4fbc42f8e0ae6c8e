-- What batches held is kept of those that are on their way, that wait for their success, or that were confirmed. Of all others the
-- entry says when the order was first and last sent, and in which revision (outbox_entry.first_sent_at, last_sent_at, sent_revision).
delete from outbox_batch_item i using outbox_batch b where b.id = i.batch_id and b.state = 'abandoned';

-- The sweep of batches that nobody confirms any more, by age (outbox/batches/sweep-batches.ts).
create index outbox_batch_over on outbox_batch (opened_at) where state <> 'confirmed' or order_count = 0;

-- Revisions that the sweep has looked at and keeps for ever (orders/history/sweep-revisions.ts), and those it has not, by age.
alter table order_revision add column kept_for_ever boolean not null default false;
create index order_revision_age on order_revision (recorded_at) where not kept_for_ever;

-- The latest batches that held an order: its timeline, where it stands with each 1C.
drop index outbox_batch_item_order;
create index outbox_batch_item_order on outbox_batch_item (order_key, batch_id);
