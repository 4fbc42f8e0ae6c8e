-- What is known of packages that a 1C took and did not confirm (outbox/quarantine/). A row only while something is unclear; it goes
-- with the next confirmation, or with its integration.
create table quarantine (
  integration_key integer primary key references integration (key) on delete cascade,
  state json not null,
  updated_at timestamptz not null default now()
);

alter table outbox_batch
  -- failed: sent to the end, and its 1C asked anew without confirming it. unknown: nothing follows from it.
  add column verdict text check (verdict in ('failed', 'unknown')),
  -- Its connection broke off around the end of the answer, so that the client may not have it.
  add column broken boolean not null default false,
  -- For a client that collects several batches: what may go in its next queries.
  add column plan json,
  -- Why it holds what it holds, where that is not simply all that was owed; for people, Russian.
  add column note text;
