-- What preflight found of an order for an integration: written where the order, what its 1C was given, or the settings change, and only
-- read by lists. Goes with the entry it is about, and with the integration.
create table order_finding (
  integration_key integer not null,
  order_key bigint not null,
  code text not null,
  path text not null,
  severity text not null check (severity in ('blocks', 'loses', 'note')),
  params json not null,
  -- True of an order that is owed: once 1C confirmed it, there is nothing left to say.
  while_owed boolean not null,
  since timestamptz not null default now(),
  primary key (integration_key, order_key, code, path)
);
-- GET /integrations/{id}/findings, with and without filters; the last also says which orders are held back.
create index order_finding_code on order_finding (integration_key, code, order_key desc);
create index order_finding_severity on order_finding (integration_key, severity, order_key desc);

-- Integrations whose findings have to be found anew, order by order: `done_key` is the last order that was.
create table finding_recalculation (
  integration_key integer primary key references integration (key) on delete cascade,
  done_key bigint not null default 0,
  started_at timestamptz not null default now(),
  stepped_at timestamptz not null default now()
);

-- Under which customer a way of knowing a buyer (ИНН, phone, e-mail, name) first came to a company: 1C takes two of one for the same.
create table buyer_key (
  company_id uuid not null,
  kind text not null check (kind in ('inn', 'phone', 'email', 'name')),
  value text not null,
  customer_id text not null,
  name text not null,
  -- Another customer who came with it later.
  other_name text,
  -- Moved forward once a week at most.
  last_seen date not null default current_date,
  primary key (company_id, kind, value)
);
-- The sweep.
create index buyer_key_last_seen on buyer_key (last_seen);

-- Orders that changed, or of which something became known, while their findings could not be found anew: done within seconds.
create table finding_stale (
  integration_key integer not null,
  order_key bigint not null,
  primary key (integration_key, order_key)
);
