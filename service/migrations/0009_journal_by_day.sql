-- The journal by day: an id is the day (UTC, days since 1970) times 100,000,000 plus a number, so that one day is one range of
-- ids, and what has been kept for long enough goes by dropping the day's tables. The servers make each day's tables beforehand
-- (journal/partitions.ts); rows of a day without tables of its own, and those written before this migration, whose ids are small,
-- are in the default partitions.

create sequence exchange_session_number maxvalue 99999999 cycle;
create sequence journal_entry_number maxvalue 99999999 cycle;

-- A session may go before its batches: the day's table is dropped as a whole.
alter table outbox_batch drop constraint outbox_batch_session_id_fkey;
alter table journal_body drop constraint journal_body_entry_id_fkey;

-- Sessions of 1C, which head the journal -------------------------------------------------------------------------

alter table exchange_session rename to exchange_session_default;
alter table exchange_session_default alter column id drop identity;
alter table exchange_session_default drop constraint exchange_session_token_hash_key;
drop index exchange_session_integration, exchange_session_cookieless, exchange_session_heading,
           exchange_session_location, exchange_session_outcome;
alter index exchange_session_pkey rename to exchange_session_default_pkey;
-- When its last call ended, and its calls in brief (journal/brief-calls.ts).
alter table exchange_session_default add column ended_at timestamptz;
alter table exchange_session_default add column brief_calls bytea[] not null default '{}';
alter table exchange_session_default add column brief_count int not null default 0;

create table exchange_session (
  id bigint not null
    default floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('exchange_session_number'),
  token_hash bytea not null,
  integration_key int not null,
  location_id uuid,
  opened_at timestamptz not null default now(),
  last_call_at timestamptz not null default now(),
  cookie_seen boolean not null default false,
  heading_only boolean not null default false,
  cml_version text,
  user_agent text not null default '',
  address text not null default '',
  outcome text not null default 'nothing',
  orders_offered int not null default 0,
  orders_confirmed int not null default 0,
  failure text,
  password_changed_at timestamptz,
  ended_at timestamptz,
  brief_calls bytea[] not null default '{}',
  brief_count int not null default 0,
  primary key (id),
  constraint exchange_session_outcome_check
    check (outcome in ('running', 'confirmed', 'nothing', 'unconfirmed', 'refused', 'failed'))
) partition by range (id);
-- GET /exchanges?integrationId, newest first; a call without a cookie; no column that the calls of an exchange change.
create index exchange_session_integration on exchange_session (integration_key, id);
-- The heading of a refused call.
create index exchange_session_heading on exchange_session (integration_key, id) where heading_only;
-- GET /exchanges, of all integrations and by outcome. Most find nothing to do: they are not worth an index of their own.
create index exchange_session_location on exchange_session (location_id, id);
create index exchange_session_outcome on exchange_session (location_id, outcome, id) where outcome <> 'nothing';
alter table exchange_session attach partition exchange_session_default default;
-- The sweep of what is in no day's table.
create index exchange_session_default_age on exchange_session_default (last_call_at);

-- Requests that are kept whole -------------------------------------------------------------------------------------

alter table journal_entry rename to journal_entry_default;
alter table journal_entry_default alter column id drop identity;
drop index journal_entry_session, journal_entry_batch, journal_entry_running;
alter index journal_entry_pkey rename to journal_entry_default_pkey;
-- The sweep of what is in no day's table.
alter index journal_entry_at rename to journal_entry_default_age;

create table journal_entry (
  id bigint not null
    default floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('journal_entry_number'),
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
  outcome text not null,
  order_count int,
  request_headers json not null,
  response_headers json,
  request_size bigint not null default 0,
  response_size bigint not null default 0,
  request_kept bigint not null default 0,
  response_kept bigint not null default 0,
  seen_at timestamptz not null default now(),
  repeats int not null default 0,
  primary key (id),
  constraint journal_entry_outcome_check check (outcome in ('running', 'done', 'failure', 'refused', 'cut'))
) partition by range (id);
-- GET /exchanges and one exchange.
create index journal_entry_session on journal_entry (session_id, id);
-- The XML that a batch went out with.
create index journal_entry_batch on journal_entry (batch_id) where batch_id is not null;
-- Entries whose server has died.
create index journal_entry_running on journal_entry (seen_at) where outcome = 'running';
alter table journal_entry attach partition journal_entry_default default;

alter table journal_body rename to journal_body_default;
alter index journal_body_pkey rename to journal_body_default_pkey;

create table journal_body (
  entry_id bigint not null,
  side text not null,
  piece int not null,
  raw_size int not null,
  documents int not null default 0,
  content bytea not null,
  primary key (entry_id, side, piece),
  constraint journal_body_side_check check (side in ('request', 'response'))
) partition by range (entry_id);
alter table journal_body alter column content set storage external;
alter table journal_body attach partition journal_body_default default;
