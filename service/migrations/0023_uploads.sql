-- Files that 1C sends (uploads/). Rows go with UPLOADS_KEEP_DAYS (sweepUploads), the bytes of finished ones earlier where an
-- integration keeps more than UPLOAD_KEEP_BYTES. A thousand files a day for a month are 30 000 rows: every query below has its index.

create table upload (
  id bigint generated always as identity primary key,
  integration_key integer not null,
  location_id uuid not null,
  -- exchange_session is kept a table a day: no foreign key.
  session_id bigint not null,
  type text not null check (type in ('sale', 'catalog')),
  name text not null,
  -- receiving: parts may come; complete: is to be read; done, failed: was read.
  state text not null default 'receiving' check (state in ('receiving', 'complete', 'done', 'failed')),
  received_at timestamptz not null default now(),
  last_part_at timestamptz not null default now(),
  finished_at timestamptz,
  size bigint not null default 0,
  kept_size bigint not null default 0,
  -- Of the next part to come, whether it will count or not.
  next_part integer not null default 1,
  -- The first and the last bytes: what the file is, and whether it is there whole.
  head bytea not null default ''::bytea,
  tail bytea not null default ''::bytea,
  content text not null default 'unknown' check (content in ('unknown', 'xml', 'archive', 'other')),
  -- Who reads it, and until when nobody else may.
  reader uuid,
  reader_until timestamptz,
  documents integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer
);
-- The file that a part belongs to; files of an exchange.
create index upload_session on upload (session_id, id);
create index upload_integration on upload (integration_key, id);
-- To be read, and to be completed when nothing more comes.
create index upload_unfinished on upload (last_part_at) where state in ('receiving', 'complete');
create index upload_age on upload (received_at);

-- Parts that came to their end; of others only pieces are there, which do not count and go with the next sweep.
create table upload_part (
  upload_id bigint not null references upload(id) on delete cascade,
  part integer not null,
  size bigint not null,
  hash bytea not null,
  primary key (upload_id, part)
);

create table upload_piece (
  upload_id bigint not null references upload(id) on delete cascade,
  part integer not null,
  piece integer not null,
  size integer not null,
  packed boolean not null,
  content bytea not null,
  primary key (upload_id, part, piece)
);
-- What shrinks is packed already.
alter table upload_piece alter column content set storage external;

-- What is read of an upload: itself, or each file of an archive.
create table upload_file (
  upload_id bigint not null references upload(id) on delete cascade,
  number integer not null,
  name text not null,
  kind text not null check (kind in ('orders', 'catalogue', 'other')),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  size bigint not null default 0,
  documents integer not null default 0,
  -- Documents that were taken in so far.
  applied integer not null default 0,
  changed integer not null default 0,
  failure text,
  failure_line integer,
  failure_column integer,
  primary key (upload_id, number)
);

-- What a file of orders said, document by document, and what came of it: the content viewer. Goes with its upload.
create table upload_document (
  upload_id bigint not null,
  file integer not null,
  position integer not null,
  document json not null,
  -- null: not taken in yet.
  outcome text check (outcome in ('changed', 'unchanged', 'unknown', 'outdated')),
  order_key bigint,
  changes json,
  primary key (upload_id, file, position),
  foreign key (upload_id, file) references upload_file(upload_id, number) on delete cascade
);
