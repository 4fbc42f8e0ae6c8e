-- Webhooks: where a platform wants to be told what happened, and each try to tell it. What is to be delivered is known from these
-- tables alone; the queue that runs the tries (graphile-worker, in a schema of its own) may be emptied at any time.

create table webhook (
  id uuid primary key default gen_random_uuid(),
  key int generated always as identity unique,
  location_id uuid not null references location (id),
  -- Only what concerns this company; null: all of the location.
  company_id uuid references company (id),
  url text not null,
  -- {*}: every type.
  types text[] not null,
  description text not null default '',
  -- Signs what is sent, so it is kept as it is. The one before goes on signing until its time is over.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  -- active; paused: it only failed, one event is tried now and then until one arrives; disabled: by a person, or it answered 410.
  state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  state_reason text check (state_reason in ('failing', 'gone', 'person')),
  state_since timestamptz not null default now(),
  -- Tries that failed since one arrived.
  failures int not null default 0,
  failing_since timestamptz,
  delivered_at timestamptz,
  -- When a paused one is tried again.
  probe_at timestamptz,
  -- Events up to this place have their attempts.
  position bigint not null,
  created_at timestamptz not null default now()
);
-- GET /webhooks; the webhooks of a location that has new events.
create index webhook_location on webhook (location_id, created_at);

create table webhook_attempt (
  id bigint generated always as identity primary key,
  webhook_key int not null references webhook (key) on delete cascade,
  event_key bigint not null,
  event_position bigint not null,
  event_type text not null,
  -- Attempts of one chain (an order, an integration) are made in the order of their events.
  chain text not null,
  -- Counts the tries of one event, from 1.
  number int not null default 1,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  due_at timestamptz not null default now(),
  -- When this event was first tried; the tries end some days after that.
  first_tried_at timestamptz,
  -- Handed to the queue; until when somebody is at it.
  queued_at timestamptz,
  leased_until timestamptz,
  tried_at timestamptz,
  duration_ms int,
  status int,
  -- Why there is no status, or why it does not count.
  failure text,
  request_headers json,
  answer_headers json,
  answer text,
  created_at timestamptz not null default now()
);
-- The next of a chain, and whether an event is pending already.
create index webhook_attempt_chain on webhook_attempt (webhook_key, chain, event_position, id) where state = 'pending';
-- What is due.
create index webhook_attempt_due on webhook_attempt (due_at) where state = 'pending';
-- GET /webhooks/{id}/attempts, newest first, all or of one state.
create index webhook_attempt_list on webhook_attempt (webhook_key, id);
create index webhook_attempt_state on webhook_attempt (webhook_key, state, id);
-- The sweep.
create index webhook_attempt_age on webhook_attempt (created_at);

-- Servers that run the queue, each seen lately; what one that died had locked is given to others.
create table webhook_server (
  pool_id text primary key,
  seen_at timestamptz not null default now()
);
