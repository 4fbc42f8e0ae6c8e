-- Since when nothing is sent by itself; no row: it is. A restore makes it in a database of an older version, too.
create table if not exists sending_pause (
  since timestamptz not null default now()
);
