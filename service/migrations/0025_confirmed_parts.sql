-- A success confirms in parts, each in a transaction of its own: the last order key that was confirmed. Until
-- the last part the batch stays `sent`.
alter table outbox_batch add column confirmed_through bigint not null default 0;
