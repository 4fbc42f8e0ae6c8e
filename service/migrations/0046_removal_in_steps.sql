-- What is removed takes its rows along in short statements afterwards: a cascade is one statement over all of them.
alter table bulk_action drop constraint bulk_action_integration_key_fkey;
alter table webhook_attempt drop constraint webhook_attempt_webhook_key_fkey;

-- Tasks that were done long ago: only that their event had one is kept, so that it gets no second one.
create table forgotten_task (
  integration_key int not null,
  order_key bigint not null,
  event text not null,
  primary key (integration_key, order_key, event)
);
-- Those done before a day.
create index accounting_task_done_at on accounting_task (done_at) where done_at is not null;

-- Which rows of order_number are an integration's numbers: those under its key, or under the key negated. A switch to other numbers fills
-- the rows that are not in use, in short statements, and turns over to them at once.
alter table integration add column numbers_turned boolean not null default false;

-- Switches under way. One that is gone, or has another id, was overtaken by a change that it did not see.
create table number_switch (
  integration_key int primary key references integration (key) on delete cascade,
  id uuid not null default gen_random_uuid(),
  last_batch bigint not null,
  started_at timestamptz not null default now()
);
