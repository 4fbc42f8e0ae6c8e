-- People and places ---------------------------------------------------------------------------------------------

create table location (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  timezone text not null,
  created_at timestamptz not null default now()
);
-- A second setup with the same name is refused (cli/setup).
create unique index location_name on location (lower(name));

create table company (
  id uuid primary key default gen_random_uuid(),
  location_id uuid not null references location,
  name text not null,
  inn text not null,
  kpp text,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);
-- GET /companies: a location's companies by name.
create index company_location on company (location_id, name);

-- Order and payment numbers for 1C. A row of its own, so that taking a number never waits for who reads the company.
create table company_counter (
  company_id uuid primary key references company,
  next_order_number bigint not null default 1,
  next_payment_number bigint not null default 1,
  -- Numbers passed over when an integration asked for a later start; the others were given to one order each.
  skipped_order_numbers bigint not null default 0
);

create table user_account (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  name text not null default '',
  password_hash text,
  locale text not null default 'ru',
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
-- Sign-in by e-mail.
create unique index user_account_email on user_account (lower(email));

create table user_role (
  user_id uuid not null references user_account on delete cascade,
  role text not null check (role in ('location-administrator', 'system-operator')),
  location_id uuid references location,
  check ((role = 'location-administrator') = (location_id is not null))
);
-- A role is held once in a location.
create unique index user_role_once on user_role (user_id, role, coalesce(location_id, '00000000-0000-0000-0000-000000000000'));
-- GET /users: people of a location.
create index user_role_location on user_role (location_id);

create table user_invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  email text not null,
  role text not null check (role in ('location-administrator', 'system-operator')),
  location_id uuid references location,
  invited_by uuid references user_account on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz
);

create table user_session (
  token_hash bytea primary key,
  user_id uuid not null references user_account on delete cascade,
  address text not null,
  user_agent text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
-- Signing a person out everywhere after a change of password.
create index user_session_user on user_session (user_id);

create table api_token (
  id uuid primary key default gen_random_uuid(),
  location_id uuid not null references location,
  name text not null,
  token_hash bytea not null unique,
  token_start text not null,
  rights text[] not null,
  created_by uuid references user_account on delete set null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
-- GET /tokens: a location's tokens.
create index api_token_location on api_token (location_id, created_at);

-- Failed sign-ins of people (scope 'web') and of 1C (scope 'exchange'), counted for the lock-out.
create table sign_in_failure (
  scope text not null check (scope in ('web', 'exchange')),
  login text not null,
  address text not null,
  failed_at timestamptz not null default now()
);
-- Failures of one login from one address in the last minutes.
create index sign_in_failure_recent on sign_in_failure (scope, login, address, failed_at);

-- Integrations --------------------------------------------------------------------------------------------------

create table integration (
  id uuid primary key default gen_random_uuid(),
  key int generated always as identity unique,
  location_id uuid not null references location,
  company_id uuid not null references company,
  class text not null check (class in ('CommerceML')),
  name text not null,
  settings json not null,
  enabled boolean not null default true,
  login text not null unique,
  password_hash bytea not null,
  password_changed_at timestamptz not null default now(),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- What 1C showed of itself: the first good sign-in, the last call, the client's User-Agent and cmlVersion.
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  last_user_agent text,
  last_cml_version text
);
-- Every put of an order asks for its company's integrations.
create index integration_company on integration (company_id);
-- GET /integrations.
create index integration_location on integration (location_id, created_at);

-- Who changed an integration, when and what; written with the change itself and never again. No passwords.
create table integration_change (
  id bigint generated always as identity primary key,
  integration_key int not null,
  at timestamptz not null default now(),
  kind text not null check (kind in ('created', 'updated', 'password')),
  -- A person, or a program by its token.
  user_id uuid references user_account on delete set null,
  token_id uuid references api_token on delete set null,
  -- What changed of {"name", "enabled", "settings"}: as it was and as it became.
  before json,
  after json
);
-- GET /integrations/{id}/changes, newest first.
create index integration_change_integration on integration_change (integration_key, id desc);

-- What the journal and the record of offers still name after an integration was deleted.
create table removed_integration (
  key int primary key,
  id uuid not null,
  location_id uuid not null references location,
  company_id uuid not null references company,
  name text not null,
  login text not null unique,
  removed_at timestamptz not null default now()
);
-- May the location's time zone still change: was anything offered by any integration it ever had.
create index removed_integration_location on removed_integration (location_id);

-- Orders --------------------------------------------------------------------------------------------------------

create table sale_order (
  key bigint generated always as identity primary key,
  location_id uuid not null,
  id text not null,
  company_id uuid not null,
  sequence_number bigint not null,
  platform_number text,
  revision int not null,
  content json not null,
  -- {"<payment id>": <number for 1C>}; numbers are kept also for payments that have gone.
  payment_numbers json not null,
  -- Taken out of content for rules, lists and search.
  status text not null,
  canceled boolean not null,
  gateways text[] not null,
  placed_at timestamptz not null,
  total numeric(20, 2) not null,
  customer_name text not null,
  -- Words that a person may search by (orders/search-words.ts), and "=<status>".
  search tsvector not null,
  received_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
-- PUT and GET /orders/{id}.
create unique index sale_order_id on sale_order (location_id, id);
-- A number is never given twice within a company.
create unique index sale_order_number on sale_order (company_id, sequence_number);
-- GET /orders: newest first, from/to. Ascending, so that new orders come in at its end.
create index sale_order_placed on sale_order (location_id, placed_at, key);
-- GET /orders?q and ?status where they are rare; the frequent ones are found by walking sale_order_placed.
create index sale_order_search on sale_order using gin (search);

-- Contents that a later revision replaced; the newest content is in sale_order.
create table order_revision (
  order_key bigint not null references sale_order,
  revision int not null,
  content json not null,
  recorded_at timestamptz not null,
  primary key (order_key, revision)
);

-- Outbox --------------------------------------------------------------------------------------------------------
-- See service/src/outbox/README.md for the invariants O1-O7.

create table outbox_entry (
  integration_key int not null,
  order_key bigint not null,
  -- The order's newest revision, also while nothing is owed.
  latest_revision int not null,
  pending_revision int not null,
  confirmed_revision int not null default 0,
  -- Grows with every "send again": a success of a batch given out before that does not count for it.
  resend_count int not null default 0,
  owed_since timestamptz not null default now(),
  confirmed_at timestamptz,
  -- Also owedTo and deliveries of one order: its company's integrations are few and known.
  primary key (integration_key, order_key)
);
-- What a query offers, page by page.
create index outbox_entry_owed on outbox_entry (integration_key, order_key) where pending_revision > confirmed_revision;

create table exchange_session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  integration_key int not null,
  location_id uuid,
  opened_at timestamptz not null default now(),
  last_call_at timestamptz not null default now(),
  -- False while nobody has come back with the cookie: then calls without one belong here.
  cookie_seen boolean not null default false,
  -- Nobody's session: heads calls that were refused before they had one, an address's of some minutes together.
  heading_only boolean not null default false,
  cml_version text,
  user_agent text not null default '',
  address text not null default '',
  -- The journal's heading: how the exchange stands after its last call.
  outcome text not null default 'nothing'
    check (outcome in ('running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed')),
  orders_offered int not null default 0,
  orders_confirmed int not null default 0,
  failure text
);
-- GET /exchanges?integrationId, newest first.
create index exchange_session_integration on exchange_session (integration_key, id desc);
-- A call without a cookie.
create index exchange_session_cookieless on exchange_session (integration_key, id desc) where not cookie_seen and not heading_only;
-- The heading of a refused call.
create index exchange_session_heading on exchange_session (integration_key, id desc) where heading_only;
-- GET /exchanges, of all integrations and by outcome.
create index exchange_session_location on exchange_session (location_id, id desc);
create index exchange_session_outcome on exchange_session (location_id, outcome, id desc);

create table outbox_batch (
  id bigint generated always as identity primary key,
  integration_key int not null,
  session_id bigint references exchange_session on delete set null,
  state text not null default 'open' check (state in ('open', 'sent', 'confirmed', 'abandoned')),
  order_count int not null default 0,
  -- Of its orders, those that the integration had never confirmed before.
  first_confirmed int not null default 0,
  opened_at timestamptz not null default now(),
  sent_at timestamptz,
  confirmed_at timestamptz,
  abandoned_at timestamptz
);
-- success: the batches of a session. GET /exchanges/{id}/orders.
create index outbox_batch_session on outbox_batch (session_id, id desc);
-- success without a cookie: the integration's latest batch.
create index outbox_batch_integration on outbox_batch (integration_key, id desc);
-- How many orders an integration confirmed, without counting them.
create index outbox_batch_first_confirmed on outbox_batch (integration_key) include (first_confirmed) where first_confirmed > 0;

create table outbox_batch_item (
  batch_id bigint not null,
  order_key bigint not null,
  revision int not null,
  resend_count int not null,
  primary key (batch_id, order_key)
);
-- Was this order ever offered, and when.
create index outbox_batch_item_order on outbox_batch_item (order_key);

-- Journal -------------------------------------------------------------------------------------------------------

create table journal_entry (
  id bigint generated always as identity primary key,
  location_id uuid,
  integration_key int,
  session_id bigint,
  batch_id bigint,
  at timestamptz not null default now(),
  duration_ms int not null default 0,
  address text not null,
  method text not null,
  url text not null,
  type text,
  mode text,
  login text,
  status int,
  -- done: answered; failure: answered "failure"; refused: 401; cut: the client went away before the end.
  outcome text not null check (outcome in ('running', 'done', 'failure', 'refused', 'cut')),
  order_count int,
  request_headers json not null,
  response_headers json,
  request_size bigint not null default 0,
  response_size bigint not null default 0,
  -- Bytes of the bodies that are kept in journal_body.
  request_kept bigint not null default 0,
  response_kept bigint not null default 0,
  -- While running: when its server last said that it still works on it.
  seen_at timestamptz not null default now()
);
-- GET /exchanges and one exchange.
create index journal_entry_session on journal_entry (session_id, id);
-- The XML that a batch went out with.
create index journal_entry_batch on journal_entry (batch_id) where batch_id is not null;
-- Entries whose server has died.
create index journal_entry_running on journal_entry (seen_at) where outcome = 'running';
-- The sweep.
create index journal_entry_at on journal_entry (at);

-- Bodies in gzip pieces, so that a large one is read and written without holding it.
create table journal_body (
  entry_id bigint not null references journal_entry on delete cascade,
  side text not null check (side in ('request', 'response')),
  piece int not null,
  raw_size int not null,
  -- Documents that begin in this piece: an order's XML is found by counting.
  documents int not null default 0,
  content bytea not null,
  primary key (entry_id, side, piece)
);
alter table journal_body alter column content set storage external;
