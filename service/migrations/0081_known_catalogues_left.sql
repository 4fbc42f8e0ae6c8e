-- Known catalogues are forgotten where nothing of them is left (sweepKnownCatalogues): both say whether something is.
create index catalogue_item_catalogue on catalogue_item (integration_key, catalogue_id)
 where state = 'current' and catalogue_id is not null;
create index catalogue_reference_catalogue on catalogue_reference (integration_key, catalogue_id)
 where state = 'current' and kind = 'group' and catalogue_id is not null;
-- Those that no file has named for long.
create index known_catalogue_named on known_catalogue (last_named_at);
