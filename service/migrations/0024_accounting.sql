-- What each 1C says of an order (accounting/): beside the order, never mixed into it. One row an order that a 1C has sent back, kept as
-- long as the order, like the entries of a removed integration. Found by their keys only.

create table accounting_document (
  integration_key integer not null,
  order_key bigint not null references sale_order(key),
  -- Ид of the document: 1C's own GUID.
  document_id text,
  -- The document as it was last told, payments and shipments of earlier tellings among it (said.ts).
  said json not null,
  -- Facts that were told once and are not any more.
  withdrawn json not null default '[]',
  -- The revision whose lines were compared, and what differed.
  basis_revision integer,
  line_changes json not null default '[]',
  upload_id bigint not null,
  received_at timestamptz not null default now(),
  primary key (integration_key, order_key)
);
create index accounting_document_order on accounting_document (order_key);
create index accounting_document_guid on accounting_document (integration_key, document_id) where document_id is not null;

-- Each time that a file changed what is known: the timeline. Goes with ACCOUNTING_CHANGES_KEEP_DAYS.
create table accounting_change (
  id bigint generated always as identity primary key,
  integration_key integer not null,
  order_key bigint not null references sale_order(key),
  at timestamptz not null default now(),
  upload_id bigint not null,
  changed text[] not null,
  document_number text,
  before json,
  after json not null
);
create index accounting_change_order on accounting_change (order_key, id);
create index accounting_change_age on accounting_change (at);

-- Documents that no order fits. The same document again is the same row.
create table unknown_document (
  id bigint generated always as identity primary key,
  integration_key integer not null,
  -- Ид, else number and date: what the document is told apart by.
  identity text not null,
  document_id text,
  -- Номер, which would be that of an order.
  number text,
  said json not null,
  reason text not null check (reason in ('no-number', 'unknown-number', 'not-sent')),
  upload_id bigint not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  unique (integration_key, identity)
);
create index unknown_document_recent on unknown_document (integration_key, last_seen_at desc, id desc);

-- An order is found by the number that its 1C was given.
create index outbox_entry_sent_number on outbox_entry (integration_key, sent_number) where sent_number is not null;

-- Revisions that the platform took over from a 1C (Obmen-Origin): the timeline says so. A handful an order, if any.
create table order_takeover (
  order_key bigint not null references sale_order(key),
  revision integer not null,
  integration_key integer not null,
  at timestamptz not null default now(),
  primary key (order_key, revision, integration_key)
);
