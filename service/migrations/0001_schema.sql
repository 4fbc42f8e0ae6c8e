-- The hash that replaces an id which 1C can't store (sale-feed/document/short-id.ts). convert_to is only stable, as databases
-- differ in their encoding; here it is always UTF-8.
create function hashed_order_id(id text) returns text
  language sql immutable strict parallel safe
  return 'sha256-' || left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), 32);

-- The feed's order of events, given after their commit.
create sequence event_position;
-- Numbers of the rows of a day; their ids contain the day.
create sequence api_request_number maxvalue 99999999 cycle;
create sequence exchange_session_number maxvalue 99999999 cycle;
create sequence journal_entry_number maxvalue 99999999 cycle;

-- Places ----------------------------------------------------------------------------------------------------

create table location (
  id uuid not null default gen_random_uuid(),
  name text not null,
  timezone text not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (id)
);
-- A second setup with the same name is refused (cli/setup).
create unique index location_name on location (lower(name));

create table company (
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  name text not null,
  inn text not null,
  kpp text,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  -- What a person read, so that saving does not go over what another one saved meanwhile.
  version integer not null default 1,
  primary key (id),
  foreign key (location_id) references location(id)
);
-- GET /companies: a location's companies by name.
create index company_location on company (location_id, name);

-- Order and payment numbers for 1C. A row of its own, so that taking a number never waits for who reads the company.
create table company_counter (
  company_id uuid not null,
  next_order_number bigint not null default 1,
  next_payment_number bigint not null default 1,
  -- Numbers passed over when an integration asked for a later start; the others were given to one order each.
  skipped_order_numbers bigint not null default 0,
  primary key (company_id),
  foreign key (company_id) references company(id)
);

-- People ----------------------------------------------------------------------------------------------------

create table user_account (
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null default ''::text,
  password_hash text,
  locale text not null default 'ru'::text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  -- How a person wants lists to look: columns left out, density.
  preferences json not null default '{}'::json,
  primary key (id)
);
-- Sign-in by e-mail.
create unique index user_account_email on user_account (lower(email));

create table user_role (
  user_id uuid not null,
  role text not null,
  location_id uuid,
  company_ids uuid[],
  foreign key (location_id) references location(id),
  foreign key (user_id) references user_account(id) on delete cascade,
  constraint user_role_companies check (((role = 'accountant'::text) = (company_ids is not null))),
  constraint user_role_place check (((role = 'system-operator'::text) = (location_id is null))),
  constraint user_role_role_check check ((role = any (array['location-administrator'::text, 'accountant'::text, 'system-operator'::text])))
);
-- GET /users: people of a location.
create index user_role_location on user_role (location_id);
-- A role is held once in a location.
create unique index user_role_once on user_role (user_id, role, coalesce(location_id, '00000000-0000-0000-0000-000000000000'::uuid));

create table user_invitation (
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  email text not null,
  role text not null,
  location_id uuid,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  company_ids uuid[],
  unique (token_hash),
  primary key (id),
  foreign key (invited_by) references user_account(id) on delete set null,
  foreign key (location_id) references location(id),
  constraint user_invitation_companies check (((role = 'accountant'::text) = (company_ids is not null))),
  constraint user_invitation_role_check check ((role = any (array['location-administrator'::text, 'accountant'::text, 'system-operator'::text])))
);

create table user_session (
  token_hash bytea not null,
  user_id uuid not null,
  address text not null,
  user_agent text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (token_hash),
  foreign key (user_id) references user_account(id) on delete cascade
);
-- Signing a person out everywhere after a change of password.
create index user_session_user on user_session (user_id);

create table api_token (
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  name text not null,
  token_hash bytea not null,
  token_start text not null,
  rights text[] not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  unique (token_hash),
  primary key (id),
  foreign key (created_by) references user_account(id) on delete set null,
  foreign key (location_id) references location(id)
);
-- GET /tokens: a location's tokens.
create index api_token_location on api_token (location_id, created_at);

-- Failed sign-ins of people (scope 'web') and of 1C (scope 'exchange'), counted for the lock-out.
create table sign_in_failure (
  -- web: people; exchange: 1C bases; password: a signed-in person who proves the password once more, by id.
  scope text not null,
  login text not null,
  address text not null,
  failures integer not null,
  -- The first and the last of them.
  started_at timestamptz not null,
  failed_at timestamptz not null,
  primary key (scope, login, address),
  constraint sign_in_failure_scope_check check ((scope = any (array['web'::text, 'exchange'::text, 'password'::text])))
);

-- Integrations ----------------------------------------------------------------------------------------------

create table integration (
  id uuid not null default gen_random_uuid(),
  key integer not null generated always as identity,
  location_id uuid not null,
  company_id uuid not null,
  class text not null,
  name text not null,
  settings json not null,
  enabled boolean not null default true,
  login text not null,
  password_hash bytea not null,
  password_changed_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- What 1C showed of itself: the first good sign-in, the last call, the client's User-Agent and cmlVersion.
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  last_user_agent text,
  last_cml_version text,
  -- How a connected 1C stands (integrations/state/): what happened last, and the state that was made of it, so that "since when" is
  -- true and a change can be told.
  -- The last sign-ins that failed, until a good one: first and latest, and the login where it was another that resembles this one.
  refused_since timestamptz,
  refused_at timestamptz,
  refused_login text,
  paused_at timestamptz,
  resumed_at timestamptz,
  -- Which program is on the other side is told by what its exchanges show. What a stored setting left out stood for Бухгалтерия until
  -- now: it is written down, so that nothing is told otherwise to a 1C that is connected already.
  recognized_client text,
  client_signs json,
  catalog_at timestamptz,
  -- What a person said of it: the client was kept although exchanges spoke against it, and for which they spoke.
  kept_client text,
  -- And of orders that were placed before this 1C was connected.
  early_orders_settled_at timestamptz,
  -- Which rows of order_number are an integration's numbers: those under its key, or under the key negated. A switch to other numbers fills
  -- the rows that are not in use, in short statements, and turns over to them at once.
  unique (key),
  unique (login),
  primary key (id),
  foreign key (company_id) references company(id),
  foreign key (location_id) references location(id),
  constraint integration_class_check check ((class = 'CommerceML'::text))
);
-- Every put of an order asks for its company's integrations.
create index integration_company on integration (company_id);
-- GET /integrations.
create index integration_location on integration (location_id, created_at);

-- Who changed an integration, when and what; written with the change itself and never again. No passwords.
create table integration_change (
  id bigint not null generated always as identity,
  integration_key integer not null,
  at timestamptz not null default now(),
  kind text not null,
  -- A person, or a program by its token.
  user_id uuid,
  token_id uuid,
  -- What changed of {"name", "enabled", "settings"}: as it was and as it became.
  before json,
  after json,
  primary key (id),
  foreign key (token_id) references api_token(id) on delete set null,
  foreign key (user_id) references user_account(id) on delete set null,
  constraint integration_change_kind_check check ((kind = any (array['created'::text, 'updated'::text, 'password'::text])))
);
-- GET /integrations/{id}/changes, newest first.
create index integration_change_integration on integration_change (integration_key, id desc);

-- A row for each integration, gone with it. The state as it was told last; what is shown is decided anew from what happened.
create table integration_state (
  integration_key integer not null,
  state text not null,
  since timestamptz not null,
  primary key (integration_key),
  foreign key (integration_key) references integration(key) on delete cascade,
  constraint integration_state_state_check check ((state = any (array['waiting'::text, 'exchanging'::text, 'refused'::text, 'unconfirmed'::text, 'silent'::text, 'paused'::text])))
);

-- What the journal and the record of offers still name after an integration was deleted.
create table removed_integration (
  key integer not null,
  id uuid not null,
  location_id uuid not null,
  company_id uuid not null,
  name text not null,
  login text not null,
  removed_at timestamptz not null default now(),
  -- What a removed integration was owed is taken away in steps after it.
  forgetting boolean not null default false,
  unique (login),
  primary key (key),
  foreign key (company_id) references company(id),
  foreign key (location_id) references location(id)
);
-- Whether any integration of an order's company, a removed one too, was given it (outbox/batches/ever-given.ts).
create index removed_integration_company on removed_integration (company_id);
-- The steps that delete what a removed integration was owed.
create index removed_integration_forgetting on removed_integration (key) where forgetting;
-- May the location's time zone still change: was anything offered by any integration it ever had.
create index removed_integration_location on removed_integration (location_id);

-- Orders ----------------------------------------------------------------------------------------------------

create table sale_order (
  key bigint not null generated always as identity,
  location_id uuid not null,
  id text not null,
  company_id uuid not null,
  sequence_number bigint not null,
  platform_number text,
  revision integer not null,
  content json not null,
  -- {"<payment id>": <number for 1C>}; numbers are kept also for payments that have gone.
  payment_numbers json not null,
  -- Taken out of content for rules, lists and search.
  status text not null,
  canceled boolean not null,
  gateways text[] not null,
  placed_at timestamptz not null,
  total numeric(20,2) not null,
  customer_name text not null,
  -- Words that a person may search by (orders/search-words.ts), and "=<status>".
  search tsvector not null,
  received_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- What an order takes, so that pages can end at a number of bytes, and its currency, so that a list needs not read the whole order.
  content_size integer not null,
  currency text not null,
  primary key (key)
);
-- Orders paid by a way that few were paid by: without it a page of the list would look through all of them.
create index sale_order_gateways on sale_order using gin (gateways);
-- The order that a payment or shipment of Bitrix' module names by that hash. All ids that are sent as a hash, and some that aren't: what
-- decides it here must be cheap, it is asked of each new order.
create index sale_order_hashed_id on sale_order (location_id, hashed_order_id(id)) where ((octet_length(id) > 40) or (octet_length(id) <> length(id)) or (id <> btrim(id)) or (id ~~ 'sha256-%'::text));
-- PUT and GET /orders/{id}.
create unique index sale_order_id on sale_order (location_id, id);
-- A number is never given twice within a company.
create unique index sale_order_number on sale_order (company_id, sequence_number);
-- GET /orders: newest first, from/to. Ascending, so that new orders come in at its end.
create index sale_order_placed on sale_order (location_id, placed_at, key);
-- Orders are counted by the day they were received on: overview, last 30 days.
create index sale_order_received on sale_order (location_id, received_at);
-- GET /orders?q and ?status where they are rare; the frequent ones are found by walking sale_order_placed.
create index sale_order_search on sale_order using gin (search) with (gin_pending_list_limit='16384');

-- Contents that a later revision replaced; the newest content is in sale_order.
create table order_revision (
  order_key bigint not null,
  revision integer not null,
  content json not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz not null default now(),
  content_size integer not null,
  -- Revisions that the sweep has looked at and keeps for ever (orders/history/sweep-revisions.ts), and those it has not, by age.
  kept_for_ever boolean not null default false,
  primary key (order_key, revision),
  foreign key (order_key) references sale_order(key)
);
-- The sweep of old revisions.
create index order_revision_age on order_revision (replaced_at) where (not kept_for_ever);

-- Numbers of orders for integrations that do not simply take the sequence number: every order of the company with "ordernumber":
-- "platform", with "sequence" those that were sent under another number.
create table order_number (
  integration_key integer not null,
  -- What the integration's 1C compares when it looks for a document; two orders never have the same.
  compared text not null,
  order_key bigint not null,
  number text not null,
  -- With "sequence": the sequence number that no other order may get, for 1C would take it for this one.
  blocks bigint,
  primary key (integration_key, compared)
);
-- Giving sequence numbers.
create index order_number_blocks on order_number (integration_key, blocks) where (blocks is not null);
-- Reading an order's number.
create index order_number_order on order_number (integration_key, order_key);

-- How many orders were received on each day that is over, counted when the overview first asks (orders/listing/order-days.ts).
create table order_day (
  location_id uuid not null,
  day date not null,
  -- The clock by which the day was told; another clock counts anew.
  timezone text not null,
  received integer not null,
  primary key (location_id, day),
  foreign key (location_id) references location(id)
);

-- An integration that is new or whose rules changed while its company had orders: which of them its outbox does not follow yet.
create table integration_recalculation (
  integration_key integer not null,
  company_id uuid not null,
  -- Sequence numbers: orders up to done_number are recalculated, those above last_number came later and were routed by the new rules.
  first_number bigint not null,
  done_number bigint not null,
  last_number bigint not null,
  started_at timestamptz not null default now(),
  primary key (integration_key),
  foreign key (integration_key) references integration(key) on delete cascade
);
-- A put that changes nothing asks whether what it finds of its company's integrations holds.
create index integration_recalculation_company on integration_recalculation (company_id);

-- The name under which a line's id first came to a company: 1C:Бухгалтерия binds the id to an item of that name for good.
create table item_name (
  company_id uuid not null,
  line_id text not null,
  name text not null,
  -- Moved forward once a week at most, so that an item sold every minute is not written every minute.
  last_seen date not null default CURRENT_DATE,
  primary key (company_id, line_id)
);
-- The sweep.
create index item_name_last_seen on item_name (last_seen);

-- Under which customer a way of knowing a buyer (ИНН, phone, e-mail, name) first came to a company: 1C takes two of one for the same.
create table buyer_key (
  company_id uuid not null,
  kind text not null,
  value text not null,
  customer_id text not null,
  name text not null,
  -- Another customer who came with it later.
  other_name text,
  -- Moved forward once a week at most.
  last_seen date not null default CURRENT_DATE,
  primary key (company_id, kind, value),
  constraint buyer_key_kind_check check ((kind = any (array['inn'::text, 'phone'::text, 'email'::text, 'name'::text])))
);
-- The sweep.
create index buyer_key_last_seen on buyer_key (last_seen);

-- Sessions of 1C and the journal ----------------------------------------------------------------------------

create table exchange_session (
  id bigint not null default (floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('exchange_session_number')),
  token_hash bytea not null,
  integration_key integer not null,
  location_id uuid,
  opened_at timestamptz not null default now(),
  last_call_at timestamptz not null default now(),
  -- False while nobody has come back with the cookie: then calls without one belong here.
  cookie_seen boolean not null default false,
  summary_only boolean not null default false,
  cml_version text,
  user_agent text not null default ''::text,
  address text not null default ''::text,
  -- The journal's heading: how the exchange stands after its last call.
  outcome text not null default 'nothing'::text,
  orders_offered integer not null default 0,
  orders_confirmed integer not null default 0,
  failure text,
  -- The integration's password_changed_at when this session signed in: a new password ends it.
  password_changed_at timestamptz,
  ended_at timestamptz,
  -- Its calls that succeeded and changed nothing (journal/record/brief-call.ts), how many came, and how many of them it lacks.
  calls jsonb not null default '[]'::jsonb,
  call_count integer not null default 0,
  calls_missing integer not null default 0,
  init_kind text,
  -- Opened for a catalogue: such a session is no sign that 1C has gone on to its orders.
  catalog boolean not null default false,
  primary key (id),
  constraint exchange_session_init_kind_check check ((init_kind = any (array['plain'::text, 'version'::text]))),
  constraint exchange_session_outcome_check check ((outcome = any (array['running'::text, 'confirmed'::text, 'nothing'::text, 'unconfirmed'::text, 'refused'::text, 'failed'::text])))
) partition by range (id);
-- GET /exchanges?integrationId, newest first; a call without a cookie; no column that the calls of an exchange change.
create index exchange_session_integration on exchange_session (integration_key, id);
-- GET /exchanges, of all integrations and by outcome. Most find nothing to do: they are not worth an index of their own.
create index exchange_session_location on exchange_session (location_id, id);
-- GET /exchanges by outcome, newest first.
create index exchange_session_outcome on exchange_session (location_id, outcome, id) where (outcome <> 'nothing'::text);
-- GET /exchanges: empty exchanges in a row are shown as one line.
create index exchange_session_summary on exchange_session (integration_key, id) where summary_only;
-- Compressed within the row.
alter table exchange_session alter column calls set storage main;
create table exchange_session_default partition of exchange_session default;

-- What happened on each day of a location's calendar, counted as it happens: nobody reads through exchanges or batches to tell it.
-- It outlives the exchanges themselves and their integration.
create table exchange_day (
  integration_key integer not null,
  day date not null,
  location_id uuid not null,
  exchanges integer not null default 0,
  -- Exchanges that failed or were refused.
  failures integer not null default 0,
  orders_confirmed integer not null default 0,
  -- Of these, orders that the integration had never confirmed before.
  first_confirmed integer not null default 0,
  primary key (integration_key, day)
);
-- GET /overview: the last days of a location.
create index exchange_day_location on exchange_day (location_id, day);

create table journal_entry (
  id bigint not null default (floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('journal_entry_number')),
  location_id uuid,
  integration_key integer,
  session_id bigint,
  batch_id bigint,
  at timestamptz not null default now(),
  duration_ms integer not null default 0,
  address text not null,
  method text not null,
  url text not null,
  type text,
  mode text,
  login text,
  status integer,
  -- done: answered; failure: answered "failure"; refused: 401; cut: the client went away before the end.
  outcome text not null,
  order_count integer,
  request_headers json not null,
  response_headers json,
  request_size bigint not null default 0,
  response_size bigint not null default 0,
  -- Bytes of the bodies that are kept in journal_body.
  request_kept bigint not null default 0,
  response_kept bigint not null default 0,
  -- While running: when its server last said that it still works on it.
  seen_at timestamptz not null default now(),
  -- Refused calls of the same login and address that came after this one and are only counted.
  repeats integer not null default 0,
  primary key (id),
  constraint journal_entry_outcome_check check ((outcome = any (array['running'::text, 'done'::text, 'failure'::text, 'refused'::text, 'cut'::text])))
) partition by range (id);
-- The XML that a batch went out with.
create index journal_entry_batch on journal_entry (batch_id) where (batch_id is not null);
-- Entries whose server has died.
create index journal_entry_running on journal_entry (seen_at) where (outcome = 'running'::text);
-- GET /exchanges and one exchange.
create index journal_entry_session on journal_entry (session_id, id);
create table journal_entry_default partition of journal_entry default;

-- Bodies in gzip pieces, so that a large one is read and written without holding it.
create table journal_body (
  entry_id bigint not null,
  side text not null,
  piece integer not null,
  raw_size integer not null,
  -- Documents that begin in this piece: an order's XML is found by counting.
  documents integer not null default 0,
  content bytea not null,
  primary key (entry_id, side, piece),
  constraint journal_body_side_check check ((side = any (array['request'::text, 'response'::text])))
) partition by range (entry_id);
-- Compressed already.
alter table journal_body alter column content set storage external;
create table journal_body_default partition of journal_body default;

-- How many bytes of bodies the journal has kept of an integration on a day (UTC, in days since 1970, as in the ids of the journal): a limit
-- holds for all servers together, and a sum over the day's bodies would be read for each piece of one.
create table journal_day (
  integration_key integer not null,
  day integer not null,
  body_bytes bigint not null,
  primary key (integration_key, day)
);

-- Outbox ----------------------------------------------------------------------------------------------------

-- See service/src/outbox/README.md for the invariants O1-O7.
create table outbox_entry (
  integration_key integer not null,
  order_key bigint not null,
  -- The order's newest revision, also while nothing is owed.
  latest_revision integer not null,
  pending_revision integer not null,
  confirmed_revision integer not null default 0,
  -- Grows with every "send again": a success of a batch given out before that does not count for it.
  resend_count integer not null default 0,
  owed_since timestamptz not null default now(),
  confirmed_at timestamptz,
  -- What 1C was given to the end, on the entry itself. That decides whether an order is followed, and it outlives batches and their items.
  first_sent_at timestamptz,
  last_sent_at timestamptz,
  sent_revision integer,
  sent_number text,
  -- Orders that are owed and do not go: held back by a person, by a finding of preflight, or because the 1C refused them (outbox/README.md, O9).
  held_kind text,
  held_since timestamptz,
  -- A code that stays the same, and the sentence for people.
  held_code text,
  held_reason text,
  -- The name of the person, or of the token, that held it.
  held_by text,
  -- The revision that a person let go although preflight spoke against it.
  overruled_revision integer,
  -- Of what a 1C refused: when it is tried again, how often it was, and whether that 1C confirmed any other order meanwhile.
  retry_at timestamptz,
  retries integer not null default 0,
  refusal_proven boolean not null default true,
  -- Refused in an earlier revision, or let go by a person: goes alone until it is confirmed.
  on_trial boolean not null default false,
  -- Placed in an earlier month than it was put in: goes after the others.
  risky boolean not null default false,
  held_params jsonb,
  line_ids boolean,
  -- Which moment's links the lines of an order go by: that at which the answer began that sent it for the first time. Orders sent before this
  -- migration have none, and go by first_sent_at, when that answer ended.
  links_at timestamptz,
  primary key (integration_key, order_key),
  constraint outbox_entry_held check (((held_kind is null) = (held_since is null))),
  constraint outbox_entry_held_kind_check check ((held_kind = any (array['person'::text, 'finding'::text, 'quarantine'::text])))
);
-- Orders that few others stand like are found by an index, not by walking the list.
create index outbox_entry_confirmed on outbox_entry (integration_key, order_key) where (confirmed_at is not null);
-- Held orders of an integration: lists, counters, and what is tried again.
create index outbox_entry_held on outbox_entry (integration_key, order_key) where ((held_since is not null) or on_trial);
-- What a query offers, page by page.
create index outbox_entry_owed on outbox_entry (integration_key, ((
case
    when (first_sent_at is null) then 0
    else 1
end +
case
    when risky then 2
    else 0
end)), order_key) where ((pending_revision > confirmed_revision) and (held_since is null));
-- Refused orders whose pause is over: asked at each exchange.
create index outbox_entry_retry on outbox_entry (integration_key, retry_at) where (retry_at is not null);
-- An order is found by the number that its 1C was given.
create index outbox_entry_sent_number on outbox_entry (integration_key, sent_number) where (sent_number is not null);
-- What its 1C refused (isQuarantinedSql): few orders among those that are held, and read with each query and each success.
create index outbox_entry_quarantined on outbox_entry (integration_key, order_key) where ((held_kind = 'quarantine'::text) or on_trial);

create table outbox_batch (
  id bigint not null generated always as identity,
  integration_key integer not null,
  session_id bigint,
  state text not null default 'open'::text,
  order_count integer not null default 0,
  -- Of its orders, those that the integration had never confirmed before.
  first_confirmed integer not null default 0,
  opened_at timestamptz not null default now(),
  sent_at timestamptz,
  confirmed_at timestamptz,
  abandoned_at timestamptz,
  -- failed: sent to the end, and its 1C asked anew without confirming it. unknown: nothing follows from it.
  verdict text,
  -- For a client that collects several batches: what may go in its next queries.
  plan json,
  -- Each sentence of a note beside its code.
  notes jsonb,
  -- Whether the query of a batch came with the cookie of its session. A session may serve two clients for a moment: one that has only just
  -- come back with its cookie, and one that never does. A success means what was given in its own way.
  by_cookie boolean not null default true,
  -- Whether linked lines go out under their own ids, noted with the answer and with each order that it sends for the first time: the order keeps
  -- it whatever its 1C is taken for later.
  line_ids boolean,
  primary key (id),
  constraint outbox_batch_state_check check ((state = any (array['open'::text, 'sent'::text, 'confirmed'::text, 'abandoned'::text]))),
  constraint outbox_batch_verdict_check check ((verdict = any (array['failed'::text, 'unknown'::text])))
);
-- success without a cookie: the integration's latest batch.
create index outbox_batch_integration on outbox_batch (integration_key, id desc);
-- The sweep of batches that nobody confirms any more, by age (outbox/batches/end-batches.ts).
create index outbox_batch_over on outbox_batch (opened_at) where ((state <> 'confirmed'::text) or (order_count = 0));
-- success: the batches of a session. GET /exchanges/{id}/orders.
create index outbox_batch_session on outbox_batch (session_id, id desc);
-- What an integration may still confirm; whether it confirms at all.
create index outbox_batch_unconfirmed on outbox_batch (integration_key, id) where (state = any (array['open'::text, 'sent'::text]));

create table outbox_batch_item (
  batch_id bigint not null,
  order_key bigint not null,
  revision integer not null,
  resend_count integer not null,
  -- The number under which each 1C knows an order: noted with what it is given, and kept for good once that was sent to the end.
  number text,
  -- In which order a package held them.
  place smallint not null default 0,
  primary key (batch_id, order_key)
);
-- Was this order ever offered, and when.
create index outbox_batch_item_order on outbox_batch_item (order_key, batch_id);

-- How each 1C was told of each payment, first and for ever (O8): what it knows the payment by. A row is written when a batch that
-- tells the payment has been sent to the end; it is removed with its integration.
create table payment_export (
  integration_key integer not null,
  order_key bigint not null,
  -- The platform's.
  payment_id text not null,
  number bigint not null,
  method text not null,
  -- requisites: the payments of an order are one payment of its whole sum, and share one number and method.
  form text not null,
  gateway text not null,
  primary key (integration_key, order_key, payment_id),
  constraint payment_export_form_check check ((form = any (array['requisites'::text, 'documents'::text])))
);

-- The same while its batch is on the way: one row for a page of orders.
create table payment_export_draft (
  batch_id bigint not null,
  first_order_key bigint not null,
  payments json not null,
  primary key (batch_id, first_order_key),
  foreign key (batch_id) references outbox_batch(id) on delete cascade
);

-- When an order was held back and let go again, by whom and why. A few rows for an order at most; they stay with it for good.
create table hold_event (
  id bigint not null generated always as identity,
  integration_key integer not null,
  order_key bigint not null,
  at timestamptz not null default now(),
  kind text not null,
  held_kind text not null,
  revision integer not null,
  -- Of a hold: why. Of a release: a person, a new revision, or its 1C confirmed it.
  reason text,
  cause text,
  by_name text,
  code text,
  params jsonb,
  primary key (id),
  constraint hold_event_cause_check check ((cause = any (array['person'::text, 'revision'::text, 'confirmed'::text]))),
  constraint hold_event_held_kind_check check ((held_kind = any (array['person'::text, 'finding'::text, 'quarantine'::text]))),
  constraint hold_event_kind_check check ((kind = any (array['held'::text, 'released'::text])))
);
-- The timeline of an order.
create index hold_event_order on hold_event (order_key, id);

-- Revisions that the platform took over from a 1C (Obmen-Origin): the timeline says so. A handful an order, if any.
create table order_adoption (
  order_key bigint not null,
  revision integer not null,
  integration_key integer not null,
  at timestamptz not null default now(),
  primary key (order_key, revision, integration_key),
  foreign key (order_key) references sale_order(key)
);

-- What is known of packages that a 1C took and did not confirm (outbox/quarantine/). A row only while something is unclear; it goes
-- with the next confirmation, or with its integration.
create table quarantine (
  integration_key integer not null,
  state json not null,
  updated_at timestamptz not null default now(),
  primary key (integration_key),
  foreign key (integration_key) references integration(key) on delete cascade
);

-- Findings, tasks, bulk actions -----------------------------------------------------------------------------

-- What preflight found of an order for an integration: written where the order, what its 1C was given, or the settings change, and only
-- read by lists. Goes with the entry it is about, and with the integration.
create table order_finding (
  integration_key integer not null,
  order_key bigint not null,
  code text not null,
  path text not null,
  severity text not null,
  params json not null,
  -- True of an order that is owed: once 1C confirmed it, there is nothing left to say.
  while_owed boolean not null,
  since timestamptz not null default now(),
  primary key (integration_key, order_key, code, path),
  constraint order_finding_severity_check check ((severity = any (array['blocks'::text, 'loses'::text, 'note'::text])))
);
-- GET /integrations/{id}/findings, with and without filters; the last also says which orders are held back.
create index order_finding_code on order_finding (integration_key, code, order_key desc);
-- GET /findings and /orders by severity, of one integration.
create index order_finding_severity on order_finding (integration_key, severity, order_key desc);

-- Orders that changed, or of which something became known, while their findings could not be found anew: done within seconds.
create table finding_stale (
  integration_key integer not null,
  order_key bigint not null,
  -- Each mark is a row of its own: one that is set while an earlier one is just being taken, by who can't see the new cause yet, must not be
  -- lost, and whoever sets it, with other rows locked, must not wait for that.
  id bigint not null generated always as identity,
  primary key (integration_key, order_key, id)
);

-- Integrations whose findings have to be found anew, order by order: `done_key` is the last order that was.
create table finding_recalculation (
  integration_key integer not null,
  done_key bigint not null default 0,
  started_at timestamptz not null default now(),
  -- Up to which order the findings of an integration are found anew: later ones were put by the settings that it has now. Null: up to the
  -- last that there is.
  last_key bigint,
  -- A request for new findings no longer sets a pass that is under way back to its start: orders up to `again_key` are found anew once more
  -- after it. Beside the pass go owed orders with keys below `owed_below`, the newest first; null: none are left.
  again_key bigint not null default 0,
  owed_below bigint,
  primary key (integration_key),
  foreign key (integration_key) references integration(key) on delete cascade
);

-- What an accountant has to do by hand because no 1C can be told of it: one a happening of an order, for each integration whose books it
-- concerns. Kept as long as the order; rows of a removed integration go with its entries.
create table accounting_task (
  id bigint not null generated always as identity,
  location_id uuid not null,
  company_id uuid not null,
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
  done_by uuid,
  done_token uuid,
  -- Whether a done task settled itself (its cause was gone): then it opens again with its cause. Null: open.
  settled boolean,
  unique (integration_key, order_key, event),
  primary key (id),
  foreign key (company_id) references company(id),
  foreign key (done_by) references user_account(id) on delete set null,
  foreign key (done_token) references api_token(id) on delete set null,
  foreign key (location_id) references location(id)
);
-- GET /tasks of one company.
create index accounting_task_company on accounting_task (company_id, id desc);
-- GET /tasks: done ones, newest first.
create index accounting_task_done on accounting_task (location_id, id desc) where (done_at is not null);
-- Those done before a day.
create index accounting_task_done_at on accounting_task (done_at) where (done_at is not null);
-- GET /tasks by state, of a location or one of its companies, and the count of the menu.
create index accounting_task_open on accounting_task (location_id, id desc) where (done_at is null);

-- Tasks that were done long ago: only that their event had one is kept, so that it gets no second one.
create table forgotten_task (
  integration_key integer not null,
  order_key bigint not null,
  event text not null,
  primary key (integration_key, order_key, event)
);

-- What a person does with many orders at once, for one 1C: collected by the filter, then taken in steps by whichever server lives.
create table bulk_action (
  id bigint not null generated always as identity,
  location_id uuid not null,
  integration_key integer not null,
  action text not null,
  reason text,
  -- What is still to be collected; null: everything is.
  filter json,
  -- Where collecting goes on: the last order that was looked at.
  collected_to json,
  user_id uuid,
  token_id uuid,
  undo_of bigint,
  state text not null default 'running'::text,
  total integer not null default 0,
  done integer not null default 0,
  skipped integer not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (id),
  foreign key (location_id) references location(id),
  foreign key (token_id) references api_token(id) on delete set null,
  foreign key (undo_of) references bulk_action(id) on delete set null,
  foreign key (user_id) references user_account(id) on delete set null,
  constraint bulk_action_action_check check ((action = any (array['resend'::text, 'hold'::text, 'release'::text]))),
  constraint bulk_action_state_check check ((state = any (array['running'::text, 'done'::text, 'canceled'::text])))
);
-- The bulk actions of an integration that is removed.
create index bulk_action_integration on bulk_action (integration_key);
-- The list of a location, and sweeping.
create index bulk_action_location on bulk_action (location_id, id desc);
-- Those that a server has to take up.
create index bulk_action_running on bulk_action (id) where (state = 'running'::text);

create table bulk_action_order (
  action_id bigint not null,
  order_key bigint not null,
  outcome text not null default 'waiting'::text,
  primary key (action_id, order_key),
  foreign key (action_id) references bulk_action(id) on delete cascade,
  constraint bulk_action_order_outcome_check check ((outcome = any (array['waiting'::text, 'done'::text, 'skipped'::text])))
);
-- The next step.
create index bulk_action_order_waiting on bulk_action_order (action_id, order_key) where (outcome = 'waiting'::text);

-- Files of 1C -----------------------------------------------------------------------------------------------

-- Files that 1C sends (uploads/). Rows go with UPLOADS_KEEP_DAYS (sweepUploads), the bytes of finished ones earlier where an
-- integration keeps more than UPLOAD_KEEP_BYTES. A thousand files a day for a month are 30 000 rows: every query below has its index.
create table upload (
  id bigint not null generated always as identity,
  integration_key integer not null,
  location_id uuid not null,
  -- exchange_session is kept a table a day: no foreign key.
  session_id bigint not null,
  type text not null,
  name text not null,
  -- receiving: parts may come; complete: is to be read; done, failed: was read.
  state text not null default 'receiving'::text,
  received_at timestamptz not null default now(),
  last_part_at timestamptz not null default now(),
  finished_at timestamptz,
  size bigint not null default 0,
  kept_size bigint not null default 0,
  -- Of the next part to come, whether it will count or not.
  next_part integer not null default 1,
  -- The first and the last bytes: what the file is, and whether it is there whole.
  head bytea not null default '\x'::bytea,
  tail bytea not null default '\x'::bytea,
  content text not null default 'unknown'::text,
  -- The job that reads it, and when it may be read: after a failure it waits.
  reader bigint,
  read_after timestamptz not null default now(),
  documents integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer,
  failure_reason json,
  -- How often reading a file failed without saying why it is unreadable: in the end it is given up.
  tries integer not null default 0,
  primary key (id),
  constraint upload_content_check check ((content = any (array['unknown'::text, 'xml'::text, 'archive'::text, 'other'::text]))),
  constraint upload_state_check check ((state = any (array['receiving'::text, 'complete'::text, 'done'::text, 'failed'::text]))),
  constraint upload_type_check check ((type = any (array['sale'::text, 'catalog'::text])))
);
-- The sweep of old files.
create index upload_age on upload (received_at);
-- For the bell: files of 1C that could not be read (uploads/list-unreadable.ts), of a location.
create index upload_failed on upload (location_id, id) where (state = 'failed'::text);
-- GET /uploads of an integration.
create index upload_integration on upload (integration_key, id);
-- How much is kept of an integration's files, and the oldest of those: of most, pictures, nothing is.
create index upload_kept on upload (integration_key, id) include (kept_size) where (kept_size > 0);
-- The file that a part belongs to; files of an exchange.
create index upload_session on upload (session_id, id);
-- To be read, and to be completed when nothing more comes.
create index upload_unfinished on upload (last_part_at) where (state = any (array['receiving'::text, 'complete'::text]));

-- What is read of an upload: itself, or each file of an archive.
create table upload_file (
  upload_id bigint not null,
  number integer not null,
  name text not null,
  kind text not null,
  state text not null default 'waiting'::text,
  size bigint not null default 0,
  documents integer not null default 0,
  -- Documents that were taken in so far.
  applied integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer,
  failure_reason json,
  primary key (upload_id, number),
  foreign key (upload_id) references upload(id) on delete cascade,
  constraint upload_file_kind_check check ((kind = any (array['orders'::text, 'catalogue'::text, 'other'::text]))),
  constraint upload_file_state_check check ((state = any (array['waiting'::text, 'done'::text, 'failed'::text])))
);

-- Parts that came to their end; of others only pieces are there, which do not count and go with the next sweep.
create table upload_part (
  upload_id bigint not null,
  part integer not null,
  size bigint not null,
  hash bytea not null,
  primary key (upload_id, part),
  foreign key (upload_id) references upload(id) on delete cascade
);

create table upload_piece (
  upload_id bigint not null,
  part integer not null,
  piece integer not null,
  size integer not null,
  packed boolean not null,
  content bytea not null,
  primary key (upload_id, part, piece),
  foreign key (upload_id) references upload(id) on delete cascade
);
-- Compressed already.
alter table upload_piece alter column content set storage external;

-- What a file of orders said, document by document, and what came of it: the content viewer. Goes with its upload.
create table upload_document (
  upload_id bigint not null,
  file integer not null,
  position integer not null,
  document json not null,
  -- null: not taken in yet.
  outcome text,
  order_key bigint,
  changes json,
  primary key (upload_id, file, "position"),
  foreign key (upload_id, file) references upload_file(upload_id, number) on delete cascade,
  constraint upload_document_outcome_check check ((outcome = any (array['changed'::text, 'unchanged'::text, 'unknown'::text, 'outdated'::text])))
);

-- What each 1C says of an order (accounting/): beside the order, never mixed into it. One row an order that a 1C has sent back, kept as
-- long as the order, like the entries of a removed integration. Found by their keys only.
create table accounting_document (
  integration_key integer not null,
  order_key bigint not null,
  -- Ид of the document: 1C's own GUID.
  document_id text,
  -- The document as it was last reported, with payments and shipments of earlier files.
  reported json not null,
  -- Facts that were reported once and are not any more.
  withdrawn json not null default '[]'::json,
  -- The revision whose lines were compared, and what differed.
  basis_revision integer,
  line_changes json not null default '[]'::json,
  upload_id bigint not null,
  received_at timestamptz not null default now(),
  primary key (integration_key, order_key),
  foreign key (order_key) references sale_order(key)
);
-- The order of a document, by the digits that its number ends with.
create index accounting_document_digits on accounting_document (integration_key, ltrim("substring"((reported ->> 'documentNumber'::text), '[0-9]+$'::text), '0'::text));
-- The order of a document, by its id in 1C.
create index accounting_document_guid on accounting_document (integration_key, document_id) where (document_id is not null);
-- The list of orders is searched by the number of 1C's own document: the whole of it, or the number that it ends in (00БП-000017: 17).
create index accounting_document_number on accounting_document (integration_key, lower((reported ->> 'documentNumber'::text)));
-- What each 1C reported of an order.
create index accounting_document_order on accounting_document (order_key);

-- Each time that a file changed what is known: the timeline. Goes with ACCOUNTING_CHANGES_KEEP_DAYS.
create table accounting_change (
  id bigint not null generated always as identity,
  integration_key integer not null,
  order_key bigint not null,
  at timestamptz not null default now(),
  upload_id bigint not null,
  changed text[] not null,
  document_number text,
  before json,
  after json not null,
  primary key (id),
  foreign key (order_key) references sale_order(key)
);
-- The sweep of old changes.
create index accounting_change_age on accounting_change (at);
-- The timeline of an order.
create index accounting_change_order on accounting_change (order_key, id);

-- Documents that no order fits. The same document again is the same row.
create table unknown_document (
  id bigint not null generated always as identity,
  integration_key integer not null,
  -- Ид, else number and date: what the document is told apart by.
  identity text not null,
  document_id text,
  -- Номер, which would be that of an order.
  number text,
  reported json not null,
  reason text not null,
  upload_id bigint not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  unique (integration_key, identity),
  primary key (id),
  constraint unknown_document_reason_check check ((reason = any (array['no-number'::text, 'unknown-number'::text, 'not-sent'::text])))
);
-- GET /unknown-documents of an integration, newest first.
create index unknown_document_recent on unknown_document (integration_key, last_seen_at desc, id desc);

-- Catalogues of 1C ------------------------------------------------------------------------------------------

create table catalogue_item (
  integration_key integer not null,
  -- GUID, or GUID#GUID of a characteristic.
  item_id text not null,
  -- GUID of the item itself.
  base_id text not null,
  -- Described by a catalogue, not by offers alone.
  described boolean not null,
  state text not null,
  state_since timestamptz not null default now(),
  -- The latest import of whole catalogues that named it.
  seen_import bigint,
  name text not null,
  -- Lower case, ё as е, cut: what the list is ordered by.
  sort_key text not null,
  full_name text,
  article text,
  -- Lower case, letters and digits alone: how articles are compared.
  article_key text,
  barcode text,
  unit_code text,
  unit_name text,
  -- As orders have it (20, 10/110, none), else as 1C wrote it.
  vat text,
  kind text,
  group_ids text[] not null default '{}'::text[],
  characteristics jsonb not null default '[]'::jsonb,
  prices jsonb not null default '[]'::jsonb,
  quantity text,
  stock jsonb not null default '[]'::jsonb,
  changed_at timestamptz not null default now(),
  search tsvector not null,
  -- The catalogues that named it and have not come whole without it since, the latest first; '' for one without an id.
  catalogue_ids text[] not null default '{}'::text[],
  primary key (integration_key, item_id),
  constraint catalogue_item_kind_check check ((kind = any (array['goods'::text, 'service'::text]))),
  constraint catalogue_item_state_check check ((state = any (array['current'::text, 'deleted'::text, 'gone'::text])))
);
-- By article: what is searched for, and what may belong to a line.
create index catalogue_item_article on catalogue_item (integration_key, article_key text_pattern_ops) where (article_key is not null);
-- An item's characteristics.
create index catalogue_item_base on catalogue_item (integration_key, base_id);
-- The list, by name.
create index catalogue_item_name on catalogue_item (integration_key, sort_key, item_id);
-- Search; each vector holds its integration as a word (~7), so that only its own are looked at.
create index catalogue_item_search on catalogue_item using gin (search);
-- The sweep of what is gone for long.
create index catalogue_item_state on catalogue_item (state_since) where (state <> 'current'::text);

-- What items refer to by id.
create table catalogue_reference (
  integration_key integer not null,
  kind text not null,
  id text not null,
  name text not null,
  parent_id text,
  details jsonb not null default '{}'::jsonb,
  state text not null,
  -- The latest import of whole catalogues that named it.
  seen_import bigint,
  -- Since when groups, price types, warehouses and units are no longer in 1C: they are forgotten after a time, as items are.
  state_since timestamptz not null default now(),
  -- Of groups alone.
  catalogue_id text,
  primary key (integration_key, kind, id),
  constraint catalogue_reference_kind_check check ((kind = any (array['group'::text, 'price-type'::text, 'warehouse'::text, 'unit'::text]))),
  constraint catalogue_reference_state_check check ((state = any (array['current'::text, 'deleted'::text, 'gone'::text])))
);
-- The sweep of those that are gone.
create index catalogue_reference_state on catalogue_reference (state_since) where (state <> 'current'::text);

-- Which item of 1C's catalogue a line of the platform's orders is. A link that was changed or taken away stays as a row with its end:
-- an order goes on under the ids under which its 1C got it first.
create table catalogue_link (
  integration_key integer not null,
  line_id text not null,
  since timestamptz not null default clock_timestamp(),
  until timestamptz,
  item_id text not null,
  linked_by uuid,
  linked_token uuid,
  primary key (integration_key, line_id, since),
  foreign key (linked_by) references user_account(id) on delete set null,
  foreign key (linked_token) references api_token(id) on delete set null
);
-- The link that holds now.
create unique index catalogue_link_current on catalogue_link (integration_key, line_id) where (until is null);
-- Links of items that change.
create index catalogue_link_item on catalogue_link (integration_key, item_id) where (until is null);

-- 1C's catalogue, kept for each integration by itself (catalogue/). Rows come from the files that 1C uploads; nothing that a file doesn't
-- mention is deleted by it, it becomes "gone".
-- An import of whole catalogues: its files may be many. What none of them named is gone once it is over.
create table catalogue_import (
  id bigint not null generated always as identity,
  integration_key integer not null,
  opened_at timestamptz not null default now(),
  last_file_at timestamptz not null default now(),
  -- If it comes again in another session, 1C has begun anew.
  first_file text not null,
  files integer not null default 0,
  -- Catalogues whose items, and those whose offers, came whole.
  whole_items text[] not null default '{}'::text[],
  whole_offers text[] not null default '{}'::text[],
  -- A file failed, or came twice: who knows what 1C has. Nothing is gone.
  doubtful boolean not null default false,
  -- 1C said so.
  over boolean not null default false,
  -- While what it didn't name is looked for: how far, and what came of it.
  closing boolean not null default false,
  reached text not null default ''::text,
  gone integer not null default 0,
  broken_links text[] not null default '{}'::text[],
  primary key (id)
);
create unique index catalogue_import_integration on catalogue_import (integration_key);

create table catalogue_import_file (
  import_id bigint not null,
  -- Without folders, in lower case.
  name text not null,
  session_id bigint not null,
  primary key (import_id, name, session_id),
  foreign key (import_id) references catalogue_import(id) on delete cascade
);

-- What the files of an upload changed, counted as they are saved; reported as one event when the upload ends, and deleted then.
create table catalogue_upload (
  upload_id bigint not null,
  whole boolean not null default false,
  added integer not null default 0,
  changed integer not null default 0,
  broken_links text[] not null default '{}'::text[],
  primary key (upload_id),
  foreign key (upload_id) references upload(id) on delete cascade
);

-- Events, webhooks, requests of the platform ----------------------------------------------------------------

create table event (
  key bigint not null generated always as identity,
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
  created_at timestamptz not null default now(),
  primary key (key)
);
-- A page of the feed, each type by itself.
create index event_feed on event (location_id, type, "position") where ("position" is not null);
-- The place of the event that `after` names.
create unique index event_id on event (id);
-- The sweep, from the oldest; the end of the feed.
create unique index event_place on event ("position");
-- What has no place yet.
create index event_unplaced on event (key) where ("position" is null);

-- Webhooks: where a platform wants to be told what happened, and each try to tell it. What is to be delivered is known from these
-- tables alone; the queue that runs the tries (graphile-worker, in a schema of its own) may be emptied at any time.
create table webhook (
  id uuid not null default gen_random_uuid(),
  key integer not null generated always as identity,
  location_id uuid not null,
  -- Only what concerns this company; null: all of the location.
  company_id uuid,
  url text not null,
  -- {*}: every type.
  types text[] not null,
  description text not null default ''::text,
  -- Signs what is sent, so it is kept as it is. The one before goes on signing until its time is over.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  -- active; paused: it only failed, one event is tried now and then until one arrives; disabled: by a person, or it answered 410.
  state text not null default 'active'::text,
  state_reason text,
  state_since timestamptz not null default now(),
  -- Tries that failed since one arrived.
  failures integer not null default 0,
  failing_since timestamptz,
  delivered_at timestamptz,
  -- When a paused one is tried again.
  probe_at timestamptz,
  -- Events up to this place have their attempts.
  position bigint not null,
  created_at timestamptz not null default now(),
  -- Secrets before old_secret whose time is not over yet, the newest first: [{"secret": "whsec_…", "until": "…"}].
  older_secrets jsonb not null default '[]'::jsonb,
  unique (key),
  primary key (id),
  foreign key (company_id) references company(id),
  foreign key (location_id) references location(id),
  constraint webhook_state_check check ((state = any (array['active'::text, 'paused'::text, 'disabled'::text]))),
  constraint webhook_state_reason_check check ((state_reason = any (array['failing'::text, 'gone'::text, 'person'::text])))
);
-- GET /webhooks; the webhooks of a location that has new events.
create index webhook_location on webhook (location_id, created_at);

create table webhook_attempt (
  id bigint not null generated always as identity,
  webhook_key integer not null,
  event_key bigint not null,
  event_position bigint not null,
  event_type text not null,
  -- Attempts of one chain (an order, an integration) are made in the order of their events.
  chain text not null,
  -- Counts the tries of one event, from 1.
  number integer not null default 1,
  state text not null default 'pending'::text,
  due_at timestamptz not null default now(),
  -- When this event was first tried; the tries end some days after that.
  first_tried_at timestamptz,
  -- Until when somebody is at it.
  leased_until timestamptz,
  tried_at timestamptz,
  duration_ms integer,
  status integer,
  -- Why there is no status, or why it does not count.
  failure text,
  request_headers json,
  answer_headers json,
  answer text,
  created_at timestamptz not null default now(),
  primary key (id),
  constraint webhook_attempt_state_check check ((state = any (array['pending'::text, 'delivered'::text, 'failed'::text])))
);
-- The sweep.
create index webhook_attempt_age on webhook_attempt (created_at);
-- The next of a chain, and whether an event is pending already.
create index webhook_attempt_chain on webhook_attempt (webhook_key, chain, event_position, id) where (state = 'pending'::text);
-- What is due.
create index webhook_attempt_due on webhook_attempt (webhook_key, due_at) where (state = 'pending'::text);
-- GET /webhooks/{id}/attempts, newest first, all or of one state.
create index webhook_attempt_list on webhook_attempt (webhook_key, id);
-- GET /webhooks/{id}/attempts by state.
create index webhook_attempt_state on webhook_attempt (webhook_key, state, id);
-- A test is due whatever state its webhook is in.
create index webhook_attempt_test on webhook_attempt (webhook_key) where ((state = 'pending'::text) and (event_type = 'test'::text));

-- Servers that run jobs, each seen lately; what one that died had locked is given to others.
create table job_server (
  pool_id text not null,
  seen_at timestamptz not null default now(),
  primary key (pool_id)
);

create table api_request (
  id bigint not null default (floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('api_request_number')),
  location_id uuid not null,
  at timestamptz not null,
  duration_ms integer not null,
  -- The id in the answer and in the log.
  request_id text not null,
  -- Who asked: a program or a person.
  token_id uuid,
  user_id uuid,
  method text not null,
  path text not null,
  -- Of a line of a batch: its number from 1. Of the batch itself: how many lines it had, and how many were refused.
  line integer,
  line_count integer,
  refused_count integer,
  order_id text,
  status smallint not null,
  refused boolean not null,
  code text,
  detail text,
  errors json,
  -- Of what was refused, as it came, secrets masked, up to INTAKE_BODY_LIMIT.
  body text,
  body_size integer,
  -- What stored sentences say, as codes with parameters, for words in another language (contract/src/problems/). Null: stored before.
  reason text,
  params json,
  primary key (id)
) partition by range (id);
-- GET /requests, newest first.
create index api_request_location on api_request (location_id, id);
-- Those of one order.
create index api_request_order on api_request (location_id, order_id, id) where (order_id is not null);
-- The refused ones.
create index api_request_refused on api_request (location_id, id) where refused;
create table api_request_default partition of api_request default;

