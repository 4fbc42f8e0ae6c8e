-- A catalogue of a 1C may go on under another id, or is no longer exported: what is still known of it would stay for ever.

-- The catalogue that told the item before catalogue_id did; null if none did.
alter table catalogue_item add column moved_from text;

-- Catalogues that files of a 1C named, so that those are known that no longer come.
create table known_catalogue (
  integration_key int not null,
  catalogue_id text not null,
  first_named_at timestamptz not null default now(),
  last_named_at timestamptz not null default now(),
  -- Since when whole catalogues of the 1C have come without this one.
  missed_since timestamptz,
  -- Since when that has been too long: the whole catalogues of one upload may come one after another, and this one yet.
  overdue_since timestamptz,
  primary key (integration_key, catalogue_id)
);

alter table catalogue_round
  -- How many items moved from one catalogue to another, and how many are left in catalogues of which it says nothing.
  add column tally jsonb not null default '[]',
  -- Catalogues that those of it replace; null until all items were looked at once.
  add column replaced text[],
  -- Catalogues that have been missed for too long.
  add column forgotten text[] not null default '{}';
