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
-- When its last call ended, and its calls in brief (journal/record/brief-calls.ts).
alter table exchange_session_default add column ended_at timestamptz;
alter table exchange_session_default add column brief_calls bytea[] not null default '{}';
alter table exchange_session_default add column brief_count int not null default 0;

create table exchange_session (like exchange_session_default including defaults including constraints including storage)
  partition by range (id);
alter table exchange_session
  add primary key (id),
  alter column id set default floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('exchange_session_number');
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

create table journal_entry (like journal_entry_default including defaults including constraints including storage)
  partition by range (id);
alter table journal_entry
  add primary key (id),
  alter column id set default floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('journal_entry_number');
-- GET /exchanges and one exchange.
create index journal_entry_session on journal_entry (session_id, id);
-- The XML that a batch went out with.
create index journal_entry_batch on journal_entry (batch_id) where batch_id is not null;
-- Entries whose server has died.
create index journal_entry_running on journal_entry (seen_at) where outcome = 'running';
alter table journal_entry attach partition journal_entry_default default;

alter table journal_body rename to journal_body_default;
alter index journal_body_pkey rename to journal_body_default_pkey;

create table journal_body (like journal_body_default including defaults including constraints including storage)
  partition by range (entry_id);
alter table journal_body add primary key (entry_id, side, piece);
alter table journal_body attach partition journal_body_default default;
