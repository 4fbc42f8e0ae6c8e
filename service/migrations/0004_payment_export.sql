-- How each 1C was told of each payment, first and for ever (O8): what it knows the payment by. A row is written when a batch that
-- tells the payment has been sent to the end; it is removed with its integration.
create table payment_export (
  integration_key integer not null,
  order_key bigint not null,
  -- The platform's.
  payment_id text not null,
  number bigint not null,
  method text not null,
  -- requisites: the payments of an order are one payment of its whole sum, and share one number and method.
  form text not null check (form in ('requisites', 'documents')),
  gateway text not null,
  -- The pages of a query: what was told of their orders.
  primary key (integration_key, order_key, payment_id)
);

-- The same while its batch is on the way: one row for a page of orders.
create table payment_export_draft (
  batch_id bigint not null references outbox_batch on delete cascade,
  first_order_key bigint not null,
  payments json not null,
  -- A batch that becomes sent takes its drafts.
  primary key (batch_id, first_order_key)
);
