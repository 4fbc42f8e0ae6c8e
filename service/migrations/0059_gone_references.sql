-- Since when groups, price types, warehouses and units are no longer in 1C: they are forgotten after a time, as items are.
alter table catalogue_reference add column state_since timestamptz not null default now();
-- The sweep of those that are gone.
create index catalogue_reference_state on catalogue_reference (state_since) where state <> 'current';
