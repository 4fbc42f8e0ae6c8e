-- Each mark is a row of its own: one that is set while an earlier one is just being taken, by who can't see the new cause yet, must not be
-- lost, and whoever sets it, with other rows locked, must not wait for that.
alter table finding_stale add column id bigint generated always as identity;
alter table finding_stale drop constraint finding_stale_pkey;
alter table finding_stale add primary key (integration_key, order_key, id);
