-- Orders that are owed and do not go: held back by a person, by a finding of preflight, or because the 1C refused them (outbox/README.md, O9).
alter table outbox_entry
  add column held_kind text check (held_kind in ('person', 'finding', 'quarantine')),
  add column held_since timestamptz,
  -- A code that stays the same, and the sentence for people.
  add column held_code text,
  add column held_reason text,
  -- The name of the person, or of the token, that held it.
  add column held_by text,
  -- The revision that a person let go although preflight spoke against it.
  add column overruled_revision integer,
  -- Of what a 1C refused: when it is tried again, how often it was, and whether that 1C confirmed any other order meanwhile.
  add column retry_at timestamptz,
  add column retries integer not null default 0,
  add column refusal_proven boolean not null default true,
  -- Refused in an earlier revision, or let go by a person: goes alone until it is confirmed.
  add column on_trial boolean not null default false,
  -- Placed in an earlier month than it was put in: goes after the others.
  add column risky boolean not null default false,
  add constraint outbox_entry_held check ((held_kind is null) = (held_since is null));

-- What a query gives, in the order in which it is given: orders never given, then changed ones, and risky ones last (entries/owed.ts).
drop index outbox_entry_owed;
create index outbox_entry_owed on outbox_entry
  (integration_key, (case when first_sent_at is null then 0 else 1 end + case when risky then 2 else 0 end), order_key)
  where pending_revision > confirmed_revision and held_since is null;
-- Held orders of an integration: lists, counters, and what is tried again.
create index outbox_entry_held on outbox_entry (integration_key, order_key) where held_since is not null or on_trial;

-- In which order a package held them.
alter table outbox_batch_item add column place smallint not null default 0;

-- When an order was held back and let go again, by whom and why. A few rows for an order at most; they stay with it for good.
create table hold_event (
  id bigint generated always as identity primary key,
  integration_key integer not null,
  order_key bigint not null,
  at timestamptz not null default now(),
  kind text not null check (kind in ('held', 'released')),
  held_kind text not null check (held_kind in ('person', 'finding', 'quarantine')),
  revision integer not null,
  -- Of a hold: why. Of a release: a person, a new revision, or its 1C confirmed it.
  reason text,
  cause text check (cause in ('person', 'revision', 'confirmed')),
  by_name text
);
-- The timeline of an order.
create index hold_event_order on hold_event (order_key, id);
