-- How many packages were loaded and not confirmed before this one, as its confirmation showed: a success was lost, or a download. How
-- often an order must be refused alone depends on it (outbox/quarantine/).
alter table outbox_batch add column lost_before integer not null default 0;

-- Searches under way are kept in a new form: they begin anew.
delete from quarantine;
