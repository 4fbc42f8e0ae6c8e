-- A 1C may upload several catalogues: a whole one says nothing of the items of the others.

-- The catalogue that last told it; null if that named itself by no id, or came before this column.
alter table catalogue_item add column catalogue_id text;
-- Of groups alone.
alter table catalogue_reference add column catalogue_id text;

-- Ids of the catalogues that came whole; '' for one without an id, which stands for all that 1C has.
alter table catalogue_round
  alter column whole_items drop default,
  alter column whole_items type text[] using case when whole_items then array[''] else '{}'::text[] end,
  alter column whole_items set default '{}',
  alter column whole_offers drop default,
  alter column whole_offers type text[] using case when whole_offers then array[''] else '{}'::text[] end,
  alter column whole_offers set default '{}';
