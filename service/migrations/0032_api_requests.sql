-- What was asked of the REST API to change something, the refused above all: written beside the requests by requests/record,
-- a table a day (requests/keep-requests.ts), kept for INTAKE_KEEP_DAYS and within INTAKE_LOG_LIMIT. A row is a request, or a
-- refused line of a batch.

create sequence api_request_number maxvalue 99999999 cycle;

create table api_request (
  id bigint not null default floor(extract(epoch from now()) / 86400)::bigint * 100000000 + nextval('api_request_number'),
  location_id uuid not null,
  at timestamptz not null,
  duration_ms int not null,
  -- The id in the answer and in the log.
  request_id text not null,
  -- Who asked: a program or a person.
  token_id uuid,
  user_id uuid,
  method text not null,
  path text not null,
  -- Of a line of a batch: its number from 1. Of the batch itself: how many lines it had, and how many were refused.
  line int,
  line_count int,
  refused_count int,
  order_id text,
  status smallint not null,
  refused boolean not null,
  code text,
  detail text,
  errors json,
  -- Of what was refused, as it came, secrets masked, up to INTAKE_BODY_LIMIT.
  body text,
  body_size int
) partition by range (id);
alter table api_request add primary key (id);
-- GET /requests, newest first.
create index api_request_location on api_request (location_id, id);
-- The refused ones.
create index api_request_refused on api_request (location_id, id) where refused;
-- Those of one order.
create index api_request_order on api_request (location_id, order_id, id) where order_id is not null;
create table api_request_default partition of api_request default;
