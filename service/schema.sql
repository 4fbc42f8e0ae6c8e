-- Written by test/schema-dump.test.ts from the migrations. npx vitest run schema-dump --update renews it.

create sequence api_request_number maxvalue 99999999 cycle;

create sequence event_position;

create sequence exchange_session_number maxvalue 99999999 cycle;

create sequence journal_entry_number maxvalue 99999999 cycle;

create table accounting_change (
  id bigint not null generated always as identity,
  integration_key integer not null,
  order_key bigint not null,
  at timestamp with time zone not null default now(),
  upload_id bigint,
  changed text[] not null,
  document_number text,
  before json,
  after json not null,
  constraint accounting_change_pkey PRIMARY KEY (id),
  constraint accounting_change_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key)
);

create table accounting_document (
  integration_key integer not null,
  order_key bigint not null,
  document_id text,
  reported json not null,
  withdrawn json not null default '[]'::json,
  basis_revision integer,
  line_changes json not null default '[]'::json,
  upload_id bigint,
  received_at timestamp with time zone not null default now(),
  read_fields jsonb not null default '{}'::jsonb,
  read_facts json,
  constraint accounting_document_pkey PRIMARY KEY (integration_key, order_key),
  constraint accounting_document_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key)
);

create table accounting_task (
  id bigint not null generated always as identity,
  location_id uuid not null,
  company_id uuid not null,
  integration_key integer not null,
  order_key bigint not null,
  event text not null,
  code text not null,
  params json not null,
  created_at timestamp with time zone not null default now(),
  done_at timestamp with time zone,
  done_by uuid,
  done_token uuid,
  settled boolean,
  settled_by jsonb,
  constraint accounting_task_integration_key_order_key_event_key UNIQUE (integration_key, order_key, event),
  constraint accounting_task_pkey PRIMARY KEY (id),
  constraint accounting_task_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint accounting_task_done_by_fkey FOREIGN KEY (done_by) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint accounting_task_done_token_fkey FOREIGN KEY (done_token) REFERENCES api_token(id) ON DELETE SET NULL,
  constraint accounting_task_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table alarm (
  key bigint not null generated always as identity,
  id uuid not null default gen_random_uuid(),
  location_id uuid,
  cause text not null,
  subject text not null default ''::text,
  integration_key integer,
  began_at timestamp with time zone not null,
  noticed_at timestamp with time zone not null,
  checked_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  facts jsonb not null,
  acknowledged_until timestamp with time zone,
  acknowledged_by uuid,
  constraint alarm_id_key UNIQUE (id),
  constraint alarm_pkey PRIMARY KEY (key),
  constraint alarm_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint alarm_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table alarm_notice (
  key bigint not null generated always as identity,
  alarm_key bigint not null,
  user_id uuid not null,
  channel text not null,
  kind text not null,
  due_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  failure text,
  constraint alarm_notice_pkey PRIMARY KEY (key),
  constraint alarm_notice_alarm_key_fkey FOREIGN KEY (alarm_key) REFERENCES alarm(key) ON DELETE CASCADE,
  constraint alarm_notice_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE,
  constraint alarm_notice_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'telegram'::text, 'max'::text, 'webhook'::text]))),
  constraint alarm_notice_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'still'::text, 'over'::text])))
);

create table alarm_settings (
  user_id uuid not null,
  location_id uuid,
  settings jsonb not null,
  constraint alarm_settings_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint alarm_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);

create table api_request (
  id bigint not null default (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint * 100000000) + nextval('api_request_number'::regclass)),
  location_id uuid not null,
  at timestamp with time zone not null,
  duration_ms integer not null,
  request_id text not null,
  token_id uuid,
  user_id uuid,
  method text not null,
  path text not null,
  line integer,
  line_count integer,
  refused_count integer,
  order_id text,
  status smallint not null,
  refused boolean not null,
  code text,
  detail text,
  errors json,
  body text,
  body_size integer,
  reason text,
  params json,
  constraint api_request_pkey PRIMARY KEY (id)
);

create table api_token (
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  name text not null,
  token_hash bytea not null,
  token_start text not null,
  rights text[] not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  sandbox boolean not null default false,
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint api_token_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table backup (
  key bigint not null generated always as identity,
  started_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  file text not null,
  bytes bigint,
  orders bigint,
  failure text,
  constraint backup_pkey PRIMARY KEY (key)
);

create table bulk_action (
  id bigint not null generated always as identity,
  location_id uuid not null,
  integration_key integer not null,
  action text not null,
  reason text,
  filter json,
  collected_to json,
  user_id uuid,
  token_id uuid,
  undo_of bigint,
  state text not null default 'running'::text,
  total integer not null default 0,
  done integer not null default 0,
  skipped integer not null default 0,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint bulk_action_pkey PRIMARY KEY (id),
  constraint bulk_action_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint bulk_action_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token(id) ON DELETE SET NULL,
  constraint bulk_action_undo_of_fkey FOREIGN KEY (undo_of) REFERENCES bulk_action(id) ON DELETE SET NULL,
  constraint bulk_action_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint bulk_action_action_check CHECK ((action = ANY (ARRAY['resend'::text, 'hold'::text, 'release'::text]))),
  constraint bulk_action_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'canceled'::text])))
);

create table bulk_action_order (
  action_id bigint not null,
  order_key bigint not null,
  outcome text not null default 'waiting'::text,
  constraint bulk_action_order_pkey PRIMARY KEY (action_id, order_key),
  constraint bulk_action_order_action_id_fkey FOREIGN KEY (action_id) REFERENCES bulk_action(id) ON DELETE CASCADE,
  constraint bulk_action_order_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'done'::text, 'skipped'::text])))
);

create table buyer_key (
  company_id uuid not null,
  kind text not null,
  value text not null,
  customer_id text not null,
  name text not null,
  other_name text,
  last_seen date not null default CURRENT_DATE,
  constraint buyer_key_pkey PRIMARY KEY (company_id, kind, value),
  constraint buyer_key_kind_check CHECK ((kind = ANY (ARRAY['inn'::text, 'phone'::text, 'email'::text, 'name'::text])))
);

create table catalogue_import (
  id bigint not null generated always as identity,
  integration_key integer not null,
  opened_at timestamp with time zone not null default now(),
  last_file_at timestamp with time zone not null default now(),
  first_file text not null,
  files integer not null default 0,
  whole_items text[] not null default '{}'::text[],
  whole_offers text[] not null default '{}'::text[],
  doubtful boolean not null default false,
  over boolean not null default false,
  closing boolean not null default false,
  reached text not null default ''::text,
  gone integer not null default 0,
  broken_links text[] not null default '{}'::text[],
  constraint catalogue_import_pkey PRIMARY KEY (id)
);

create table catalogue_import_file (
  import_id bigint not null,
  name text not null,
  session_id bigint not null,
  constraint catalogue_import_file_pkey PRIMARY KEY (import_id, name, session_id),
  constraint catalogue_import_file_import_id_fkey FOREIGN KEY (import_id) REFERENCES catalogue_import(id) ON DELETE CASCADE
);

create table catalogue_item (
  integration_key integer not null,
  item_id text not null,
  base_id text not null,
  described boolean not null,
  state text not null,
  state_since timestamp with time zone not null default now(),
  seen_import bigint,
  name text not null,
  sort_key text not null,
  full_name text,
  article text,
  article_key text,
  barcode text,
  unit_code text,
  unit_name text,
  vat text,
  kind text,
  group_ids text[] not null default '{}'::text[],
  characteristics jsonb not null default '[]'::jsonb,
  prices jsonb not null default '[]'::jsonb,
  quantity text,
  stock jsonb not null default '[]'::jsonb,
  changed_at timestamp with time zone not null default now(),
  search tsvector not null,
  catalogue_ids text[] not null default '{}'::text[],
  constraint catalogue_item_pkey PRIMARY KEY (integration_key, item_id),
  constraint catalogue_item_kind_check CHECK ((kind = ANY (ARRAY['goods'::text, 'service'::text]))),
  constraint catalogue_item_state_check CHECK ((state = ANY (ARRAY['current'::text, 'deleted'::text, 'gone'::text])))
);

create table catalogue_link (
  integration_key integer not null,
  line_id text not null,
  since timestamp with time zone not null default clock_timestamp(),
  until timestamp with time zone,
  item_id text not null,
  linked_by uuid,
  linked_token uuid,
  constraint catalogue_link_pkey PRIMARY KEY (integration_key, line_id, since),
  constraint catalogue_link_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint catalogue_link_linked_token_fkey FOREIGN KEY (linked_token) REFERENCES api_token(id) ON DELETE SET NULL
);

create table catalogue_reference (
  integration_key integer not null,
  kind text not null,
  id text not null,
  name text not null,
  parent_id text,
  details jsonb not null default '{}'::jsonb,
  state text not null,
  seen_import bigint,
  state_since timestamp with time zone not null default now(),
  catalogue_id text,
  constraint catalogue_reference_pkey PRIMARY KEY (integration_key, kind, id),
  constraint catalogue_reference_kind_check CHECK ((kind = ANY (ARRAY['group'::text, 'price-type'::text, 'warehouse'::text, 'unit'::text]))),
  constraint catalogue_reference_state_check CHECK ((state = ANY (ARRAY['current'::text, 'deleted'::text, 'gone'::text])))
);

create table catalogue_upload (
  upload_id bigint not null,
  whole boolean not null default false,
  added integer not null default 0,
  changed integer not null default 0,
  broken_links text[] not null default '{}'::text[],
  constraint catalogue_upload_pkey PRIMARY KEY (upload_id),
  constraint catalogue_upload_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

create table company (
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  name text not null,
  inn text not null,
  kpp text,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  version integer not null default 1,
  regimes jsonb not null default '[]'::jsonb,
  constraint company_pkey PRIMARY KEY (id),
  constraint company_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table company_counter (
  company_id uuid not null,
  next_order_number bigint not null default 1,
  next_payment_number bigint not null default 1,
  skipped_order_numbers bigint not null default 0,
  first_free_number bigint not null default 1,
  first_free_guessed boolean not null default false,
  constraint company_counter_pkey PRIMARY KEY (company_id),
  constraint company_counter_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
);

create table event (
  key bigint not null generated always as identity,
  position bigint,
  id uuid not null default gen_random_uuid(),
  location_id uuid not null,
  company_id uuid,
  integration_id uuid,
  order_id text,
  type text not null,
  data json not null,
  webhook_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint event_pkey PRIMARY KEY (key)
);

create table exchange_day (
  integration_key integer not null,
  day date not null,
  location_id uuid not null,
  exchanges integer not null default 0,
  failures integer not null default 0,
  orders_confirmed integer not null default 0,
  first_confirmed integer not null default 0,
  constraint exchange_day_pkey PRIMARY KEY (integration_key, day)
);

create table exchange_session (
  id bigint not null default (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint * 100000000) + nextval('exchange_session_number'::regclass)),
  token_hash bytea not null,
  integration_key integer not null,
  location_id uuid,
  opened_at timestamp with time zone not null default now(),
  last_call_at timestamp with time zone not null default now(),
  cookie_seen boolean not null default false,
  summary_only boolean not null default false,
  cml_version text,
  user_agent text not null default ''::text,
  address text not null default ''::text,
  outcome text not null default 'nothing'::text,
  orders_offered integer not null default 0,
  orders_confirmed integer not null default 0,
  failure text,
  password_changed_at timestamp with time zone,
  ended_at timestamp with time zone,
  calls jsonb not null default '[]'::jsonb storage main,
  call_count integer not null default 0,
  calls_missing integer not null default 0,
  init_kind text,
  catalog boolean not null default false,
  constraint exchange_session_pkey PRIMARY KEY (id),
  constraint exchange_session_init_kind_check CHECK ((init_kind = ANY (ARRAY['plain'::text, 'version'::text]))),
  constraint exchange_session_outcome_check CHECK ((outcome = ANY (ARRAY['running'::text, 'confirmed'::text, 'nothing'::text, 'unconfirmed'::text, 'refused'::text, 'failed'::text])))
);

create table finding_recalculation (
  integration_key integer not null,
  done_key bigint not null default 0,
  started_at timestamp with time zone not null default now(),
  last_key bigint,
  again_key bigint not null default 0,
  owed_below bigint,
  constraint finding_recalculation_pkey PRIMARY KEY (integration_key),
  constraint finding_recalculation_integration_key_fkey FOREIGN KEY (integration_key) REFERENCES integration(key) ON DELETE CASCADE
);

create table finding_stale (
  integration_key integer not null,
  order_key bigint not null,
  id bigint not null generated always as identity,
  constraint finding_stale_pkey PRIMARY KEY (integration_key, order_key, id)
);

create table forgotten_task (
  integration_key integer not null,
  order_key bigint not null,
  event text not null,
  constraint forgotten_task_pkey PRIMARY KEY (integration_key, order_key, event)
);

create table hold_event (
  id bigint not null generated always as identity,
  integration_key integer not null,
  order_key bigint not null,
  at timestamp with time zone not null default now(),
  kind text not null,
  held_kind text not null,
  revision integer not null,
  reason text,
  cause text,
  by_name text,
  code text,
  params jsonb,
  constraint hold_event_pkey PRIMARY KEY (id),
  constraint hold_event_cause_check CHECK ((cause = ANY (ARRAY['person'::text, 'revision'::text, 'confirmed'::text]))),
  constraint hold_event_held_kind_check CHECK ((held_kind = ANY (ARRAY['person'::text, 'finding'::text, 'quarantine'::text]))),
  constraint hold_event_kind_check CHECK ((kind = ANY (ARRAY['held'::text, 'released'::text])))
);

create table idempotency_key (
  caller uuid not null,
  key text not null,
  asked bytea not null,
  begun_at timestamp with time zone not null default now(),
  answer text,
  constraint idempotency_key_pkey PRIMARY KEY (caller, key)
);

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
  password_changed_at timestamp with time zone not null default now(),
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  first_seen_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  last_user_agent text,
  last_cml_version text,
  refused_since timestamp with time zone,
  refused_at timestamp with time zone,
  refused_login text,
  paused_at timestamp with time zone,
  resumed_at timestamp with time zone,
  recognized_client text,
  client_signs json,
  catalog_at timestamp with time zone,
  kept_client text,
  early_orders_settled_at timestamp with time zone,
  sandbox boolean not null default false,
  restored_at timestamp with time zone,
  constraint integration_key_key UNIQUE (key),
  constraint integration_login_key UNIQUE (login),
  constraint integration_pkey PRIMARY KEY (id),
  constraint integration_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint integration_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint integration_class_check CHECK ((class = 'CommerceML'::text))
);

create table integration_change (
  id bigint not null generated always as identity,
  integration_key integer not null,
  at timestamp with time zone not null default now(),
  kind text not null,
  user_id uuid,
  token_id uuid,
  before json,
  after json,
  constraint integration_change_pkey PRIMARY KEY (id),
  constraint integration_change_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token(id) ON DELETE SET NULL,
  constraint integration_change_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint integration_change_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'updated'::text, 'password'::text])))
);

create table integration_recalculation (
  integration_key integer not null,
  company_id uuid not null,
  first_number bigint not null,
  done_number bigint not null,
  last_number bigint not null,
  started_at timestamp with time zone not null default now(),
  constraint integration_recalculation_pkey PRIMARY KEY (integration_key),
  constraint integration_recalculation_integration_key_fkey FOREIGN KEY (integration_key) REFERENCES integration(key) ON DELETE CASCADE
);

create table integration_state (
  integration_key integer not null,
  state text not null,
  since timestamp with time zone not null,
  constraint integration_state_pkey PRIMARY KEY (integration_key),
  constraint integration_state_integration_key_fkey FOREIGN KEY (integration_key) REFERENCES integration(key) ON DELETE CASCADE,
  constraint integration_state_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'exchanging'::text, 'refused'::text, 'unconfirmed'::text, 'silent'::text, 'paused'::text])))
);

create table item_name (
  company_id uuid not null,
  line_id text not null,
  name text not null,
  last_seen date not null default CURRENT_DATE,
  constraint item_name_pkey PRIMARY KEY (company_id, line_id)
);

create table job_server (
  pool_id text not null,
  seen_at timestamp with time zone not null default now(),
  constraint job_server_pkey PRIMARY KEY (pool_id)
);

create table journal_body (
  entry_id bigint not null,
  side text not null,
  piece integer not null,
  raw_size integer not null,
  documents integer not null default 0,
  content bytea not null storage external,
  constraint journal_body_pkey PRIMARY KEY (entry_id, side, piece),
  constraint journal_body_side_check CHECK ((side = ANY (ARRAY['request'::text, 'response'::text])))
);

create table journal_day (
  integration_key integer not null,
  day integer not null,
  body_bytes bigint not null,
  constraint journal_day_pkey PRIMARY KEY (integration_key, day)
);

create table journal_entry (
  id bigint not null default (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint * 100000000) + nextval('journal_entry_number'::regclass)),
  location_id uuid,
  integration_key integer,
  session_id bigint,
  batch_id bigint,
  at timestamp with time zone not null default now(),
  duration_ms integer not null default 0,
  address text not null,
  method text not null,
  url text not null,
  type text,
  mode text,
  login text,
  status integer,
  outcome text not null,
  order_count integer,
  request_headers json not null,
  response_headers json,
  request_size bigint not null default 0,
  response_size bigint not null default 0,
  request_kept bigint not null default 0,
  response_kept bigint not null default 0,
  seen_at timestamp with time zone not null default now(),
  repeats integer not null default 0,
  constraint journal_entry_pkey PRIMARY KEY (id),
  constraint journal_entry_outcome_check CHECK ((outcome = ANY (ARRAY['running'::text, 'done'::text, 'failure'::text, 'refused'::text, 'cut'::text])))
);

create table location (
  id uuid not null default gen_random_uuid(),
  name text not null,
  timezone text not null,
  created_at timestamp with time zone not null default now(),
  version integer not null default 1,
  status_labels jsonb not null default '{}'::jsonb,
  constraint location_pkey PRIMARY KEY (id)
);

create table order_adoption (
  order_key bigint not null,
  revision integer not null,
  integration_key integer not null,
  at timestamp with time zone not null default now(),
  constraint order_adoption_pkey PRIMARY KEY (order_key, revision, integration_key),
  constraint order_adoption_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key)
);

create table order_day (
  location_id uuid not null,
  day date not null,
  timezone text not null,
  received integer not null,
  constraint order_day_pkey PRIMARY KEY (location_id, day),
  constraint order_day_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table order_finding (
  integration_key integer not null,
  order_key bigint not null,
  code text not null,
  path text not null,
  severity text not null,
  params json not null,
  while_owed boolean not null,
  since timestamp with time zone not null default now(),
  constraint order_finding_pkey PRIMARY KEY (integration_key, order_key, code, path),
  constraint order_finding_severity_check CHECK ((severity = ANY (ARRAY['blocks'::text, 'loses'::text, 'note'::text])))
);

create table order_number (
  integration_key integer not null,
  compared text not null,
  order_key bigint not null,
  number text not null,
  blocks bigint,
  constraint order_number_pkey PRIMARY KEY (integration_key, compared)
);

create table order_payment (
  company_id uuid not null,
  payment_id text not null,
  order_key bigint not null,
  constraint order_payment_pkey PRIMARY KEY (company_id, payment_id, order_key)
);

create table order_revision (
  order_key bigint not null,
  revision integer not null,
  content json not null,
  recorded_at timestamp with time zone not null,
  replaced_at timestamp with time zone not null default now(),
  content_size integer not null,
  kept_for_ever boolean not null default false,
  constraint order_revision_pkey PRIMARY KEY (order_key, revision),
  constraint order_revision_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key)
);

create table outbox_batch (
  id bigint not null generated always as identity,
  integration_key integer not null,
  session_id bigint,
  state text not null default 'open'::text,
  order_count integer not null default 0,
  first_confirmed integer not null default 0,
  opened_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  abandoned_at timestamp with time zone,
  verdict text,
  plan json,
  notes jsonb,
  by_cookie boolean not null default true,
  line_ids boolean,
  server text not null default current_setting('application_name'::text),
  confirmed_through bigint not null default 0,
  constraint outbox_batch_pkey PRIMARY KEY (id),
  constraint outbox_batch_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'confirmed'::text, 'abandoned'::text]))),
  constraint outbox_batch_verdict_check CHECK ((verdict = ANY (ARRAY['failed'::text, 'unknown'::text])))
);

create table outbox_batch_item (
  batch_id bigint not null,
  order_key bigint not null,
  revision integer not null,
  resend_count integer not null,
  number text,
  place smallint not null default 0,
  constraint outbox_batch_item_pkey PRIMARY KEY (batch_id, order_key)
);

create table outbox_entry (
  integration_key integer not null,
  order_key bigint not null,
  latest_revision integer not null,
  pending_revision integer not null,
  confirmed_revision integer not null default 0,
  resend_count integer not null default 0,
  owed_since timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  first_sent_at timestamp with time zone,
  last_sent_at timestamp with time zone,
  sent_revision integer,
  sent_number text,
  held_kind text,
  held_since timestamp with time zone,
  held_code text,
  held_reason text,
  held_by text,
  overruled_revision integer,
  retry_at timestamp with time zone,
  retries integer not null default 0,
  refusal_proven boolean not null default true,
  on_trial boolean not null default false,
  risky boolean not null default false,
  held_params jsonb,
  line_ids boolean,
  links_at timestamp with time zone,
  constraint outbox_entry_pkey PRIMARY KEY (integration_key, order_key),
  constraint outbox_entry_held CHECK (((held_kind IS NULL) = (held_since IS NULL))),
  constraint outbox_entry_held_kind_check CHECK ((held_kind = ANY (ARRAY['person'::text, 'finding'::text, 'quarantine'::text])))
);

create table payment_export (
  integration_key integer not null,
  order_key bigint not null,
  payment_id text not null,
  number bigint not null,
  method text not null,
  form text not null,
  gateway text not null,
  constraint payment_export_pkey PRIMARY KEY (integration_key, order_key, payment_id),
  constraint payment_export_form_check CHECK ((form = ANY (ARRAY['requisites'::text, 'documents'::text])))
);

create table payment_export_draft (
  batch_id bigint not null,
  first_order_key bigint not null,
  payments json not null,
  constraint payment_export_draft_pkey PRIMARY KEY (batch_id, first_order_key),
  constraint payment_export_draft_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES outbox_batch(id) ON DELETE CASCADE
);

create table quarantine (
  integration_key integer not null,
  state json not null,
  updated_at timestamp with time zone not null default now(),
  constraint quarantine_pkey PRIMARY KEY (integration_key),
  constraint quarantine_integration_key_fkey FOREIGN KEY (integration_key) REFERENCES integration(key) ON DELETE CASCADE
);

create table read_document (
  integration_key integer not null,
  order_key bigint not null,
  ref uuid not null,
  kind text not null,
  marked boolean not null,
  weak boolean not null default false,
  number text,
  date timestamp without time zone,
  organization uuid,
  customer_agrees boolean,
  data_version text,
  earlier_versions text[] not null default '{}'::text[],
  posted boolean not null default false,
  deleted boolean not null default false,
  total numeric(20,2),
  status text,
  shipping_status text,
  status_reading integer,
  gone boolean not null default false,
  reading integer not null,
  seen_at timestamp with time zone not null,
  constraint read_document_pkey PRIMARY KEY (integration_key, order_key, ref),
  constraint read_document_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key)
);

create table read_related (
  integration_key integer not null,
  document uuid not null,
  ref uuid not null,
  type text not null,
  kind text not null,
  number text,
  date timestamp without time zone,
  total numeric(20,2),
  posted boolean not null,
  payment_number text,
  reading integer not null,
  seen_at timestamp with time zone not null,
  constraint read_related_pkey PRIMARY KEY (integration_key, document, ref, type),
  constraint read_related_type_check CHECK ((type = ANY (ARRAY['payment'::text, 'refund'::text, 'shipment'::text])))
);

create table reading (
  integration_key integer not null,
  url text not null,
  login text not null,
  password text not null,
  every_minutes integer not null,
  enabled boolean not null,
  organization text,
  changed_at timestamp with time zone not null default now(),
  next_at timestamp with time zone,
  requested boolean not null default false,
  number integer not null default 0,
  touched_at timestamp with time zone,
  progress jsonb,
  last_reading jsonb,
  failure jsonb,
  newest jsonb not null default '{}'::jsonb,
  constraint reading_pkey PRIMARY KEY (integration_key),
  constraint reading_integration_key_fkey FOREIGN KEY (integration_key) REFERENCES integration(key) ON DELETE CASCADE
);

create table reconciliation (
  integration_key integer not null,
  order_key bigint not null,
  state text not null,
  differences jsonb not null default '[]'::jsonb,
  reason text,
  since timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null,
  loaded_revision integer,
  next_state text,
  next_differences jsonb,
  reading integer not null,
  constraint reconciliation_pkey PRIMARY KEY (integration_key, order_key),
  constraint reconciliation_order_key_fkey FOREIGN KEY (order_key) REFERENCES sale_order(key),
  constraint reconciliation_state_check CHECK ((state = ANY (ARRAY['agrees'::text, 'missing'::text, 'doubled'::text, 'differs'::text, 'not-loaded'::text, 'unknown'::text])))
);

create table removed_integration (
  key integer not null,
  id uuid not null,
  location_id uuid not null,
  company_id uuid not null,
  name text not null,
  login text not null,
  removed_at timestamp with time zone not null default now(),
  forgetting boolean not null default false,
  constraint removed_integration_login_key UNIQUE (login),
  constraint removed_integration_pkey PRIMARY KEY (key),
  constraint removed_integration_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint removed_integration_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table sale_order (
  key bigint not null generated always as identity,
  location_id uuid not null,
  id text not null,
  company_id uuid not null,
  sequence_number bigint not null,
  platform_number text,
  revision integer not null,
  content json not null,
  payment_numbers json not null,
  status text not null,
  canceled boolean not null,
  gateways text[] not null,
  placed_at timestamp with time zone not null,
  total numeric(20,2) not null,
  customer_name text not null,
  search tsvector not null,
  received_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  content_size integer not null,
  currency text not null,
  constraint sale_order_pkey PRIMARY KEY (key)
);

create table schema_migration (
  id integer not null default nextval('schema_migration_id_seq'::regclass),
  name character varying(255) not null,
  run_on timestamp without time zone not null,
  constraint schema_migration_pkey PRIMARY KEY (id)
);

create table second_factor (
  user_id uuid not null,
  secret text not null,
  active_since timestamp with time zone,
  last_step bigint not null default 0,
  recovery_codes bytea[] not null default '{}'::bytea[],
  constraint second_factor_pkey PRIMARY KEY (user_id),
  constraint second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);

create table secret_key (
  is_only boolean not null default true,
  fingerprint text not null,
  constraint secret_key_pkey PRIMARY KEY (is_only),
  constraint secret_key_is_only_check CHECK (is_only)
);

create table sending_pause (
  since timestamp with time zone not null default now()
);

create table sign_in_failure (
  scope text not null,
  login text not null,
  address text not null,
  failures integer not null,
  started_at timestamp with time zone not null,
  failed_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (scope, login, address),
  constraint sign_in_failure_scope_check CHECK ((scope = ANY (ARRAY['web'::text, 'exchange'::text, 'password'::text])))
);

create table task_event (
  id bigint not null generated always as identity,
  integration_key integer not null,
  order_key bigint not null,
  at timestamp with time zone not null default now(),
  change text not null,
  code text not null,
  params json not null,
  by_name text,
  constraint task_event_pkey PRIMARY KEY (id),
  constraint task_event_change_check CHECK ((change = ANY (ARRAY['made'::text, 'done'::text, 'reopened'::text, 'settled'::text])))
);

create table unknown_document (
  id bigint not null generated always as identity,
  integration_key integer not null,
  identity text not null,
  document_id text,
  number text,
  reported json not null,
  reason text not null,
  upload_id bigint not null,
  first_seen_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  attached json,
  constraint unknown_document_integration_key_identity_key UNIQUE (integration_key, identity),
  constraint unknown_document_pkey PRIMARY KEY (id),
  constraint unknown_document_reason_check CHECK ((reason = ANY (ARRAY['no-number'::text, 'unknown-number'::text, 'not-sent'::text, 'other-order'::text, 'before-order'::text])))
);

create table upload (
  id bigint not null generated always as identity,
  integration_key integer not null,
  location_id uuid not null,
  session_id bigint not null,
  type text not null,
  name text not null,
  state text not null default 'receiving'::text,
  received_at timestamp with time zone not null default now(),
  last_part_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  size bigint not null default 0,
  kept_size bigint not null default 0,
  next_part integer not null default 1,
  head bytea not null default '\x'::bytea,
  tail bytea not null default '\x'::bytea,
  content text not null default 'unknown'::text,
  reader bigint,
  read_after timestamp with time zone not null default now(),
  documents integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer,
  failure_reason json,
  tries integer not null default 0,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_content_check CHECK ((content = ANY (ARRAY['unknown'::text, 'xml'::text, 'archive'::text, 'other'::text]))),
  constraint upload_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'complete'::text, 'done'::text, 'failed'::text]))),
  constraint upload_type_check CHECK ((type = ANY (ARRAY['sale'::text, 'catalog'::text])))
);

create table upload_document (
  upload_id bigint not null,
  file integer not null,
  position integer not null,
  document json not null,
  outcome text,
  order_key bigint,
  changes json,
  constraint upload_document_pkey PRIMARY KEY (upload_id, file, "position"),
  constraint upload_document_upload_id_file_fkey FOREIGN KEY (upload_id, file) REFERENCES upload_file(upload_id, number) ON DELETE CASCADE,
  constraint upload_document_outcome_check CHECK ((outcome = ANY (ARRAY['changed'::text, 'unchanged'::text, 'unknown'::text, 'outdated'::text])))
);

create table upload_file (
  upload_id bigint not null,
  number integer not null,
  name text not null,
  kind text not null,
  state text not null default 'waiting'::text,
  size bigint not null default 0,
  documents integer not null default 0,
  applied integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer,
  failure_reason json,
  constraint upload_file_pkey PRIMARY KEY (upload_id, number),
  constraint upload_file_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE,
  constraint upload_file_kind_check CHECK ((kind = ANY (ARRAY['orders'::text, 'catalogue'::text, 'other'::text]))),
  constraint upload_file_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text])))
);

create table upload_part (
  upload_id bigint not null,
  part integer not null,
  size bigint not null,
  hash bytea not null,
  constraint upload_part_pkey PRIMARY KEY (upload_id, part),
  constraint upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

create table upload_piece (
  upload_id bigint not null,
  part integer not null,
  piece integer not null,
  size integer not null,
  packed boolean not null,
  content bytea not null storage external,
  constraint upload_piece_pkey PRIMARY KEY (upload_id, part, piece),
  constraint upload_piece_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload(id) ON DELETE CASCADE
);

create table user_account (
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null default ''::text,
  password_hash text,
  locale text not null default 'ru'::text,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  preferences json not null default '{}'::json,
  constraint user_account_pkey PRIMARY KEY (id)
);

create table user_address (
  email text not null,
  salt bytea not null,
  constraint user_address_pkey PRIMARY KEY (email)
);

create table user_invitation (
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  email text not null,
  role text not null,
  location_id uuid,
  invited_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  company_ids uuid[],
  constraint user_invitation_token_hash_key UNIQUE (token_hash),
  constraint user_invitation_pkey PRIMARY KEY (id),
  constraint user_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES user_account(id) ON DELETE SET NULL,
  constraint user_invitation_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint user_invitation_companies CHECK (((role = 'accountant'::text) = (company_ids IS NOT NULL))),
  constraint user_invitation_role_check CHECK ((role = ANY (ARRAY['location-administrator'::text, 'accountant'::text, 'system-operator'::text])))
);

create table user_role (
  user_id uuid not null,
  role text not null,
  location_id uuid,
  company_ids uuid[],
  constraint user_role_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint user_role_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE,
  constraint user_role_companies CHECK (((role = 'accountant'::text) = (company_ids IS NOT NULL))),
  constraint user_role_place CHECK (((role = 'system-operator'::text) = (location_id IS NULL))),
  constraint user_role_role_check CHECK ((role = ANY (ARRAY['location-administrator'::text, 'accountant'::text, 'system-operator'::text])))
);

create table user_session (
  token_hash bytea not null,
  user_id uuid not null,
  address text not null,
  user_agent text not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  constraint user_session_pkey PRIMARY KEY (token_hash),
  constraint user_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
);

create table webhook (
  id uuid not null default gen_random_uuid(),
  key integer not null generated always as identity,
  location_id uuid not null,
  company_id uuid,
  url text not null,
  types text[] not null,
  description text not null default ''::text,
  secret text not null,
  old_secret text,
  old_secret_until timestamp with time zone,
  state text not null default 'active'::text,
  state_reason text,
  state_since timestamp with time zone not null default now(),
  failures integer not null default 0,
  failing_since timestamp with time zone,
  delivered_at timestamp with time zone,
  probe_at timestamp with time zone,
  position bigint not null,
  created_at timestamp with time zone not null default now(),
  older_secrets jsonb not null default '[]'::jsonb,
  constraint webhook_key_key UNIQUE (key),
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id),
  constraint webhook_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint webhook_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text]))),
  constraint webhook_state_reason_check CHECK ((state_reason = ANY (ARRAY['failing'::text, 'gone'::text, 'person'::text])))
);

create table webhook_attempt (
  id bigint not null generated always as identity,
  webhook_key integer not null,
  event_key bigint not null,
  event_position bigint not null,
  event_type text not null,
  chain text not null,
  number integer not null default 1,
  state text not null default 'pending'::text,
  due_at timestamp with time zone not null default now(),
  first_tried_at timestamp with time zone,
  leased_until timestamp with time zone,
  tried_at timestamp with time zone,
  duration_ms integer,
  status integer,
  failure text,
  request_headers json,
  answer_headers json,
  answer text,
  created_at timestamp with time zone not null default now(),
  constraint webhook_attempt_pkey PRIMARY KEY (id),
  constraint webhook_attempt_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);

alter table api_request attach partition api_request_default DEFAULT; -- partition by RANGE (id)

alter table exchange_session attach partition exchange_session_default DEFAULT; -- partition by RANGE (id)

alter table journal_body attach partition journal_body_default DEFAULT; -- partition by RANGE (entry_id)

alter table journal_entry attach partition journal_entry_default DEFAULT; -- partition by RANGE (id)

CREATE INDEX accounting_change_age ON public.accounting_change USING btree (at);

CREATE INDEX accounting_change_order ON public.accounting_change USING btree (order_key, id);

CREATE INDEX accounting_document_digits ON public.accounting_document USING btree (integration_key, ltrim("substring"((reported ->> 'documentNumber'::text), '[0-9]+$'::text), '0'::text));

CREATE INDEX accounting_document_guid ON public.accounting_document USING btree (integration_key, document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX accounting_document_number ON public.accounting_document USING btree (integration_key, lower((reported ->> 'documentNumber'::text)));

CREATE INDEX accounting_document_order ON public.accounting_document USING btree (order_key);

CREATE INDEX accounting_task_company ON public.accounting_task USING btree (company_id, id DESC);

CREATE INDEX accounting_task_done ON public.accounting_task USING btree (location_id, id DESC) WHERE (done_at IS NOT NULL);

CREATE INDEX accounting_task_done_at ON public.accounting_task USING btree (done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX accounting_task_open ON public.accounting_task USING btree (location_id, id DESC) WHERE (done_at IS NULL);

CREATE INDEX alarm_ended ON public.alarm USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX alarm_location ON public.alarm USING btree (location_id, key) WHERE (opened_at IS NOT NULL);

CREATE UNIQUE INDEX alarm_present ON public.alarm USING btree (COALESCE(location_id, '00000000-0000-0000-0000-000000000000'::uuid), cause, subject) WHERE (ended_at IS NULL);

CREATE INDEX alarm_notice_alarm ON public.alarm_notice USING btree (alarm_key);

CREATE INDEX alarm_notice_due ON public.alarm_notice USING btree (due_at) WHERE (sent_at IS NULL);

CREATE INDEX alarm_notice_user ON public.alarm_notice USING btree (user_id, channel);

CREATE UNIQUE INDEX alarm_settings_once ON public.alarm_settings USING btree (user_id, COALESCE(location_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE INDEX api_request_location ON ONLY public.api_request USING btree (location_id, id);

CREATE INDEX api_request_order ON ONLY public.api_request USING btree (location_id, order_id, id) WHERE (order_id IS NOT NULL);

CREATE INDEX api_request_refused ON ONLY public.api_request USING btree (location_id, id) WHERE refused;

CREATE INDEX api_request_default_location_id_id_idx ON public.api_request_default USING btree (location_id, id);

CREATE INDEX api_request_default_location_id_id_idx1 ON public.api_request_default USING btree (location_id, id) WHERE refused;

CREATE INDEX api_request_default_location_id_order_id_id_idx ON public.api_request_default USING btree (location_id, order_id, id) WHERE (order_id IS NOT NULL);

CREATE INDEX api_token_location ON public.api_token USING btree (location_id, created_at);

CREATE INDEX bulk_action_integration ON public.bulk_action USING btree (integration_key);

CREATE INDEX bulk_action_location ON public.bulk_action USING btree (location_id, id DESC);

CREATE INDEX bulk_action_running ON public.bulk_action USING btree (id) WHERE (state = 'running'::text);

CREATE INDEX bulk_action_order_waiting ON public.bulk_action_order USING btree (action_id, order_key) WHERE (outcome = 'waiting'::text);

CREATE INDEX buyer_key_last_seen ON public.buyer_key USING btree (last_seen);

CREATE UNIQUE INDEX catalogue_import_integration ON public.catalogue_import USING btree (integration_key);

CREATE INDEX catalogue_item_article ON public.catalogue_item USING btree (integration_key, article_key text_pattern_ops) WHERE (article_key IS NOT NULL);

CREATE INDEX catalogue_item_base ON public.catalogue_item USING btree (integration_key, base_id);

CREATE INDEX catalogue_item_name ON public.catalogue_item USING btree (integration_key, sort_key, item_id);

CREATE INDEX catalogue_item_search ON public.catalogue_item USING gin (search);

CREATE INDEX catalogue_item_state ON public.catalogue_item USING btree (state_since) WHERE (state <> 'current'::text);

CREATE UNIQUE INDEX catalogue_link_current ON public.catalogue_link USING btree (integration_key, line_id) WHERE (until IS NULL);

CREATE INDEX catalogue_link_item ON public.catalogue_link USING btree (integration_key, item_id) WHERE (until IS NULL);

CREATE INDEX catalogue_reference_state ON public.catalogue_reference USING btree (state_since) WHERE (state <> 'current'::text);

CREATE INDEX company_location ON public.company USING btree (location_id, name);

CREATE INDEX event_feed ON public.event USING btree (location_id, type, "position") WHERE ("position" IS NOT NULL);

CREATE UNIQUE INDEX event_id ON public.event USING btree (id);

CREATE UNIQUE INDEX event_place ON public.event USING btree ("position");

CREATE INDEX event_refused ON public.event USING btree (location_id, order_id, key) WHERE (type = 'order.refused'::text);

CREATE INDEX event_unplaced ON public.event USING btree (key) WHERE ("position" IS NULL);

CREATE INDEX exchange_day_location ON public.exchange_day USING btree (location_id, day);

CREATE INDEX exchange_session_integration ON ONLY public.exchange_session USING btree (integration_key, id);

CREATE INDEX exchange_session_location ON ONLY public.exchange_session USING btree (location_id, id);

CREATE INDEX exchange_session_outcome ON ONLY public.exchange_session USING btree (location_id, outcome, id) WHERE (outcome <> 'nothing'::text);

CREATE INDEX exchange_session_summary ON ONLY public.exchange_session USING btree (integration_key, id) WHERE summary_only;

CREATE INDEX exchange_session_default_integration_key_id_idx ON public.exchange_session_default USING btree (integration_key, id);

CREATE INDEX exchange_session_default_integration_key_id_idx1 ON public.exchange_session_default USING btree (integration_key, id) WHERE summary_only;

CREATE INDEX exchange_session_default_location_id_id_idx ON public.exchange_session_default USING btree (location_id, id);

CREATE INDEX exchange_session_default_location_id_outcome_id_idx ON public.exchange_session_default USING btree (location_id, outcome, id) WHERE (outcome <> 'nothing'::text);

CREATE INDEX hold_event_order ON public.hold_event USING btree (order_key, id);

CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (begun_at);

CREATE INDEX integration_company ON public.integration USING btree (company_id);

CREATE INDEX integration_location ON public.integration USING btree (location_id, created_at);

CREATE INDEX integration_change_integration ON public.integration_change USING btree (integration_key, id DESC);

CREATE INDEX integration_recalculation_company ON public.integration_recalculation USING btree (company_id);

CREATE INDEX item_name_last_seen ON public.item_name USING btree (last_seen);

CREATE INDEX journal_entry_batch ON ONLY public.journal_entry USING btree (batch_id) WHERE (batch_id IS NOT NULL);

CREATE INDEX journal_entry_running ON ONLY public.journal_entry USING btree (seen_at) WHERE (outcome = 'running'::text);

CREATE INDEX journal_entry_session ON ONLY public.journal_entry USING btree (session_id, id);

CREATE INDEX journal_entry_default_batch_id_idx ON public.journal_entry_default USING btree (batch_id) WHERE (batch_id IS NOT NULL);

CREATE INDEX journal_entry_default_seen_at_idx ON public.journal_entry_default USING btree (seen_at) WHERE (outcome = 'running'::text);

CREATE INDEX journal_entry_default_session_id_id_idx ON public.journal_entry_default USING btree (session_id, id);

CREATE UNIQUE INDEX location_name ON public.location USING btree (lower(name));

CREATE INDEX order_finding_code ON public.order_finding USING btree (integration_key, code, order_key DESC);

CREATE INDEX order_finding_severity ON public.order_finding USING btree (integration_key, severity, order_key DESC);

CREATE INDEX order_number_blocks ON public.order_number USING btree (integration_key, blocks) WHERE (blocks IS NOT NULL);

CREATE INDEX order_number_order ON public.order_number USING btree (integration_key, order_key);

CREATE INDEX order_revision_age ON public.order_revision USING btree (replaced_at) WHERE (NOT kept_for_ever);

CREATE INDEX outbox_batch_integration ON public.outbox_batch USING btree (integration_key, id DESC);

CREATE INDEX outbox_batch_open ON public.outbox_batch USING btree (id) WHERE (state = 'open'::text);

CREATE INDEX outbox_batch_over ON public.outbox_batch USING btree (opened_at) WHERE ((state <> 'confirmed'::text) OR (order_count = 0));

CREATE INDEX outbox_batch_session ON public.outbox_batch USING btree (session_id, id DESC);

CREATE INDEX outbox_batch_unconfirmed ON public.outbox_batch USING btree (integration_key, id) WHERE (state = ANY (ARRAY['open'::text, 'sent'::text]));

CREATE INDEX outbox_batch_item_order ON public.outbox_batch_item USING btree (order_key, batch_id);

CREATE INDEX outbox_entry_confirmed ON public.outbox_entry USING btree (integration_key, order_key) WHERE (confirmed_at IS NOT NULL);

CREATE INDEX outbox_entry_digits ON public.outbox_entry USING btree (integration_key, lpad(regexp_replace(sent_number, '\D'::text, ''::text, 'g'::text), 6, '0'::text)) WHERE (sent_number IS NOT NULL);

CREATE INDEX outbox_entry_held ON public.outbox_entry USING btree (integration_key, order_key) WHERE ((held_since IS NOT NULL) OR on_trial);

CREATE INDEX outbox_entry_owed ON public.outbox_entry USING btree (integration_key, ((
CASE
    WHEN (first_sent_at IS NULL) THEN 0
    ELSE 1
END +
CASE
    WHEN risky THEN 2
    ELSE 0
END)), order_key) WHERE ((pending_revision > confirmed_revision) AND (held_since IS NULL));

CREATE INDEX outbox_entry_quarantined ON public.outbox_entry USING btree (integration_key, order_key) WHERE ((held_kind = 'quarantine'::text) OR on_trial);

CREATE INDEX outbox_entry_retry ON public.outbox_entry USING btree (integration_key, retry_at) WHERE (retry_at IS NOT NULL);

CREATE INDEX outbox_entry_sent_number ON public.outbox_entry USING btree (integration_key, sent_number) WHERE (sent_number IS NOT NULL);

CREATE INDEX outbox_entry_waiting ON public.outbox_entry USING btree (integration_key, owed_since, order_key) WHERE ((pending_revision > confirmed_revision) AND (held_since IS NULL));

CREATE INDEX read_document_ref ON public.read_document USING btree (integration_key, ref);

CREATE INDEX read_related_ref ON public.read_related USING btree (integration_key, ref);

CREATE INDEX reading_due ON public.reading USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX reconciliation_state ON public.reconciliation USING btree (integration_key, state, order_key);

CREATE INDEX removed_integration_company ON public.removed_integration USING btree (company_id);

CREATE INDEX removed_integration_forgetting ON public.removed_integration USING btree (key) WHERE forgetting;

CREATE INDEX removed_integration_location ON public.removed_integration USING btree (location_id);

CREATE INDEX sale_order_changed ON public.sale_order USING btree (location_id, changed_at, key);

CREATE INDEX sale_order_gateways ON public.sale_order USING gin (gateways);

CREATE INDEX sale_order_hashed_id ON public.sale_order USING btree (location_id, hashed_order_id(id)) WHERE ((octet_length(id) > 40) OR (octet_length(id) <> length(id)) OR (id <> btrim(id)) OR (id ~~ 'sha256-%'::text));

CREATE UNIQUE INDEX sale_order_id ON public.sale_order USING btree (location_id, id);

CREATE UNIQUE INDEX sale_order_number ON public.sale_order USING btree (company_id, sequence_number);

CREATE INDEX sale_order_placed ON public.sale_order USING btree (location_id, placed_at, key);

CREATE INDEX sale_order_received ON public.sale_order USING btree (location_id, received_at);

CREATE INDEX sale_order_search ON public.sale_order USING gin (search) WITH (gin_pending_list_limit='16384');

CREATE INDEX task_event_at ON public.task_event USING btree (at);

CREATE INDEX task_event_integration ON public.task_event USING btree (integration_key, id);

CREATE INDEX task_event_order ON public.task_event USING btree (order_key, id);

CREATE INDEX unknown_document_basis ON public.unknown_document USING btree (integration_key, lower(number)) WHERE (attached IS NOT NULL);

CREATE INDEX unknown_document_early ON public.unknown_document USING btree (integration_key, id) WHERE (attached IS NOT NULL);

CREATE INDEX unknown_document_recent ON public.unknown_document USING btree (integration_key, last_seen_at DESC, id DESC);

CREATE INDEX upload_age ON public.upload USING btree (received_at);

CREATE INDEX upload_failed ON public.upload USING btree (location_id, id) WHERE (state = 'failed'::text);

CREATE INDEX upload_integration ON public.upload USING btree (integration_key, id);

CREATE INDEX upload_kept ON public.upload USING btree (integration_key, id) INCLUDE (kept_size) WHERE (kept_size > 0);

CREATE INDEX upload_session ON public.upload USING btree (session_id, id);

CREATE INDEX upload_unfinished ON public.upload USING btree (last_part_at) WHERE (state = ANY (ARRAY['receiving'::text, 'complete'::text]));

CREATE INDEX user_account_email ON public.user_account USING btree (lower(email));

CREATE INDEX user_role_location ON public.user_role USING btree (location_id);

CREATE UNIQUE INDEX user_role_once ON public.user_role USING btree (user_id, role, COALESCE(location_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE INDEX user_session_user ON public.user_session USING btree (user_id);

CREATE INDEX webhook_location ON public.webhook USING btree (location_id, created_at);

CREATE INDEX webhook_attempt_age ON public.webhook_attempt USING btree (created_at);

CREATE INDEX webhook_attempt_chain ON public.webhook_attempt USING btree (webhook_key, chain, event_position, id) WHERE (state = 'pending'::text);

CREATE INDEX webhook_attempt_due ON public.webhook_attempt USING btree (webhook_key, due_at) WHERE (state = 'pending'::text);

CREATE INDEX webhook_attempt_list ON public.webhook_attempt USING btree (webhook_key, id);

CREATE INDEX webhook_attempt_state ON public.webhook_attempt USING btree (webhook_key, state, id);

CREATE INDEX webhook_attempt_test ON public.webhook_attempt USING btree (webhook_key) WHERE ((state = 'pending'::text) AND (event_type = 'test'::text));

CREATE OR REPLACE FUNCTION public.hashed_order_id(id text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ('sha256-'::text || "left"(encode(sha256(convert_to(id, 'UTF8'::name)), 'hex'::text), 32))
;
