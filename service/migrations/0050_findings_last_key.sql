-- Up to which order the findings of an integration are found anew: later ones were put by the settings that it has now. Null: up to the
-- last that there is.
alter table finding_recalculation add column last_key bigint;
