-- 1C's catalogue, kept for each integration by itself (catalogue/). Rows come from the files that 1C uploads; nothing that a file doesn't
-- mention is deleted by it, it becomes "gone".

-- One exchange of whole catalogues: its files may be many. What none of them mentioned is gone once it is over.
create table catalogue_round (
  id bigint generated always as identity primary key,
  integration_key int not null,
  opened_at timestamptz not null default now(),
  last_file_at timestamptz not null default now(),
  session_id bigint not null,
  -- Compared names of its files, each with its session: the same name in another session begins another exchange.
  files text[] not null default '{}',
  -- 1C cut it into numbered portions, and may take its time before each.
  in_portions boolean not null default false,
  whole_items boolean not null default false,
  whole_offers boolean not null default false,
  -- A file of it could not be read: who knows what it would have mentioned.
  failed boolean not null default false,
  -- 1C said so.
  over boolean not null default false,
  -- While what it didn't mention is looked for: how far, and what came of it.
  closing boolean not null default false,
  reached text not null default '',
  gone int not null default 0,
  broken_links text[] not null default '{}'
);
-- The one that is open; the sweep of those that are over reads all, of which there is one an integration.
create unique index catalogue_round_integration on catalogue_round (integration_key);

create table catalogue_item (
  integration_key int not null,
  -- GUID, or GUID#GUID of a characteristic.
  item_id text not null,
  -- GUID of the item itself.
  base_id text not null,
  -- Told by a catalogue, not by offers alone.
  described boolean not null,
  state text not null check (state in ('current', 'deleted', 'gone')),
  state_since timestamptz not null default now(),
  seen_round bigint,
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
  kind text check (kind in ('goods', 'service')),
  group_ids text[] not null default '{}',
  characteristics jsonb not null default '[]',
  prices jsonb not null default '[]',
  quantity text,
  stock jsonb not null default '[]',
  changed_at timestamptz not null default now(),
  search tsvector not null,
  primary key (integration_key, item_id)
);
-- An item's characteristics.
create index catalogue_item_base on catalogue_item (integration_key, base_id);
-- The list, by name.
create index catalogue_item_name on catalogue_item (integration_key, sort_key, item_id);
-- Search; each vector holds its integration as a word (~7), so that only its own are looked at.
create index catalogue_item_search on catalogue_item using gin (search);
-- By article: what is searched for, and what may belong to a line.
create index catalogue_item_article on catalogue_item (integration_key, article_key text_pattern_ops) where article_key is not null;
-- Of a group.
create index catalogue_item_group on catalogue_item using gin (group_ids);
-- The sweep of what is gone for long.
create index catalogue_item_state on catalogue_item (state_since) where state <> 'current';

-- What items refer to by id.
create table catalogue_reference (
  integration_key int not null,
  kind text not null check (kind in ('group', 'price-type', 'warehouse', 'unit')),
  id text not null,
  name text not null,
  parent_id text,
  details jsonb not null default '{}',
  state text not null check (state in ('current', 'deleted', 'gone')),
  seen_round bigint,
  primary key (integration_key, kind, id)
);

-- What the files of an upload changed, counted as they are taken in; told as one event when the upload ends, and gone then.
create table catalogue_upload (
  upload_id bigint primary key references upload on delete cascade,
  whole boolean not null default false,
  added int not null default 0,
  changed int not null default 0,
  broken_links text[] not null default '{}'
);
