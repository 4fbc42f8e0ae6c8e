-- Orders that few others stand like are found by an index, not by walking the list.
create index outbox_entry_confirmed on outbox_entry (integration_key, order_key) where confirmed_at is not null;
create index outbox_batch_unconfirmed on outbox_batch (integration_key, id) where state in ('open', 'sent');
-- Refused orders whose pause is over: asked at each exchange.
create index outbox_entry_retry on outbox_entry (integration_key, retry_at) where retry_at is not null;
