-- What an accountant has to do by hand because no 1C can be told of it: one a happening of an order, for each integration whose books it
-- concerns. Kept as long as the order; rows of a removed integration go with its entries.
create table accounting_task (
  id bigint generated always as identity primary key,
  location_id uuid not null references location (id),
  company_id uuid not null references company (id),
  integration_key integer not null,
  order_key bigint not null,
  -- The happening within the order, `refund:pay-17`: the same is never asked for twice.
  event text not null,
  code text not null,
  params json not null,
  created_at timestamptz not null default now(),
  -- Null: still to be done.
  done_at timestamptz,
  -- Null of one that is done: what asked for it is no longer so.
  done_by uuid references user_account (id) on delete set null,
  done_token uuid references api_token (id) on delete set null,
  unique (integration_key, order_key, event)
);
-- GET /tasks by state, of a location or one of its companies, and the count of the menu.
create index accounting_task_open on accounting_task (location_id, id desc) where done_at is null;
create index accounting_task_done on accounting_task (location_id, id desc) where done_at is not null;
create index accounting_task_company on accounting_task (company_id, id desc);
