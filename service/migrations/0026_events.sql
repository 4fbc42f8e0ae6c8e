-- What happened, for GET /events and webhooks: written in the transaction of the change. Where a row stands in the feed is decided
-- after its commit, by one server at a time (events/sequence-events.ts): so nobody who has read up to a position ever
-- misses a row, however late its transaction ended. Rows go after EVENTS_KEEP_DAYS (events/sweep-events.ts).

create sequence event_position;

create table event (
  key bigint generated always as identity primary key,
  -- Null until it has its place in the feed.
  position bigint,
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  company_id uuid,
  integration_id uuid,
  order_id text,
  type text not null,
  data json not null,
  -- A test is for one webhook alone.
  webhook_id uuid,
  created_at timestamptz not null default now()
);
-- The place of the event that `after` names.
create unique index event_id on event (id);
-- A page of the feed, each type by itself.
create index event_feed on event (location_id, type, position) where position is not null;
-- The sweep, from the oldest; the end of the feed.
create unique index event_place on event (position);
-- What has no place yet.
create index event_unplaced on event (key) where position is null;
