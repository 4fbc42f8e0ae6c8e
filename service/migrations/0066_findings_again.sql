-- A request for new findings no longer sets a pass that is under way back to its start: orders up to `again_key` are found anew once more
-- after it. Beside the pass go owed orders with keys below `owed_below`, the newest first; null: none are left.
alter table finding_recalculation add column again_key bigint not null default 0, add column owed_below bigint;
