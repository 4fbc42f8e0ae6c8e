-- For the bell: files of 1C that could not be read (uploads/list-unreadable.ts), of a location.
create index upload_failed on upload (location_id, id) where state = 'failed';

-- What a person does with many orders at once, for one 1C: collected by the filter, then taken in steps by whichever server lives.
create table bulk_action (
  id bigint generated always as identity primary key,
  location_id uuid not null references location (id),
  integration_key integer not null references integration (key) on delete cascade,
  action text not null check (action in ('resend', 'hold', 'release')),
  reason text,
  -- What is still to be collected; null: everything is.
  filter json,
  -- Where collecting goes on: the last order that was looked at.
  collected_to json,
  user_id uuid references user_account (id) on delete set null,
  token_id uuid references api_token (id) on delete set null,
  undo_of bigint references bulk_action (id) on delete set null,
  state text not null default 'running' check (state in ('running', 'done', 'canceled')),
  total integer not null default 0,
  done integer not null default 0,
  skipped integer not null default 0,
  created_at timestamptz not null default now(),
  stepped_at timestamptz not null default now(),
  finished_at timestamptz
);
-- The list of a location, and sweeping.
create index bulk_action_location on bulk_action (location_id, id desc);
-- Those that a server has to take up.
create index bulk_action_running on bulk_action (stepped_at) where state = 'running';
create index bulk_action_integration on bulk_action (integration_key);

create table bulk_action_order (
  action_id bigint not null references bulk_action (id) on delete cascade,
  order_key bigint not null,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'done', 'skipped')),
  primary key (action_id, order_key)
);
-- The next step.
create index bulk_action_order_waiting on bulk_action_order (action_id, order_key) where outcome = 'waiting';
