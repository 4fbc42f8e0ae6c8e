-- A 1C that is read over OData: the connection, and how its readings go.
create table reading (
  integration_key int primary key references integration (key) on delete cascade,
  url text not null,
  login text not null,
  -- Encrypted (db/secrets/).
  password text not null,
  every_minutes int not null,
  enabled boolean not null,
  -- GUID, ИНН or name of the organization in 1C, as a person chose it; null: the only one, or the one of the
  -- company's ИНН.
  organization text,
  changed_at timestamptz not null default now(),
  -- When the next one is due; null: not enabled.
  next_at timestamptz,
  -- A person asked for one, which reads everything.
  requested boolean not null default false,
  -- Of the one that runs, or of the last one: counts from 1.
  number int not null default 0,
  -- The last sign of the one that runs; null: none does.
  touched_at timestamptz,
  -- How far it is: a server that goes on after another one begins here.
  progress jsonb,
  -- What the last complete one was and saw.
  last_reading jsonb,
  -- Why the last one failed; null: it did not.
  failure jsonb,
  -- The newest document of each kind: one that is gone means an older copy of the base.
  newest jsonb not null default '{}'
);
-- Readings that are due (jobs/find-work.ts).
create index reading_due on reading (next_at) where next_at is not null;

-- What a 1C has for an order. Two of an order are doubled, two orders may have one and the same.
create table read_document (
  integration_key int not null,
  order_key bigint not null references sale_order (key),
  ref uuid not null,
  -- Of the set, without `Document_`.
  kind text not null,
  -- It says so itself, by the requisite with the order's id; false: found by its number.
  marked boolean not null,
  -- Found by its number and one more sign alone: it gives way to any other document of the order.
  weak boolean not null default false,
  -- Null until the document itself was read.
  number text,
  -- The clock of 1C.
  date timestamp,
  organization uuid,
  -- Null: not compared.
  customer_agrees boolean,
  data_version text,
  -- The ones before, newest first: one of them again means an older copy of the base.
  earlier_versions text[] not null default '{}',
  posted boolean not null default false,
  deleted boolean not null default false,
  total numeric(20, 2),
  status text,
  shipping_status text,
  -- The reading that told them.
  status_reading int,
  -- 1C has no document of this key any more.
  gone boolean not null default false,
  -- The last reading that saw it so, and when.
  reading int not null,
  seen_at timestamptz not null,
  primary key (integration_key, order_key, ref)
);
create index read_document_ref on read_document (integration_key, ref);

-- Payments, refunds and shipments of those documents.
create table read_related (
  integration_key int not null,
  -- Of the document of the order.
  document uuid not null,
  ref uuid not null,
  type text not null check (type in ('payment', 'refund', 'shipment')),
  -- Of the set, without `Document_`.
  kind text not null,
  number text,
  date timestamp,
  total numeric(20, 2),
  posted boolean not null,
  -- The number under which the site told the payment that it is, or returns, if 1C keeps it.
  payment_number text,
  reading int not null,
  seen_at timestamptz not null,
  primary key (integration_key, document, ref, type)
);
create index read_related_ref on read_related (integration_key, ref);

-- How an order compares with what its 1C has.
create table reconciliation (
  integration_key int not null,
  order_key bigint not null references sale_order (key),
  state text not null
    check (state in ('agrees', 'missing', 'doubled', 'differs', 'not-loaded', 'unknown')),
  differences jsonb not null default '[]',
  -- Why it is not loaded.
  reason text,
  since timestamptz not null default now(),
  seen_at timestamptz not null,
  -- The revision that its document shows to be loaded, if it is not certain that the confirmed one is.
  loaded_revision int,
  -- What the last complete reading found, if it is not told yet: the next one has to find it, too.
  next_state text,
  next_differences jsonb,
  reading int not null,
  primary key (integration_key, order_key)
);
create index reconciliation_state on reconciliation (integration_key, state, order_key);

-- What 1C has is known from its files, or by reading it.
alter table accounting_document alter column upload_id drop not null;
alter table accounting_change alter column upload_id drop not null;
-- The fields that the reading told last, with when; all others are of the file.
alter table accounting_document add column read_fields jsonb not null default '{}';
-- What the reading told besides: money, payments, shipments, and when (accounting/apply/order-reading.ts).
alter table accounting_document add column read_facts json;
-- The document in 1C by which a task settled itself.
alter table accounting_task add column settled_by jsonb;
-- Orders whose number has these six digits, as a Бухгалтерия cuts it.
create index outbox_entry_digits
  on outbox_entry (integration_key, lpad(regexp_replace(sent_number, '\D', '', 'g'), 6, '0'))
  where sent_number is not null;
