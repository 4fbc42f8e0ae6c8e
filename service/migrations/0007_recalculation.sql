-- An integration that is new or whose rules changed while its company had orders: which of them its outbox does not follow yet.
create table integration_recalculation (
  integration_key int primary key references integration (key) on delete cascade,
  company_id uuid not null,
  -- Sequence numbers: orders up to done_number are recalculated, those above last_number came later and were routed by the new rules.
  first_number bigint not null,
  done_number bigint not null,
  last_number bigint not null,
  started_at timestamptz not null default now(),
  -- When a server took the last step; another goes on with what stands still.
  stepped_at timestamptz not null default now()
);
-- A put that changes nothing asks whether what it finds of its company's integrations holds.
create index integration_recalculation_company on integration_recalculation (company_id);

-- What a removed integration was owed is taken away in steps after it.
alter table removed_integration add column forgetting boolean not null default false;
create index removed_integration_forgetting on removed_integration (key) where forgetting;
