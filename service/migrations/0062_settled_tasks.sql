-- Whether a task that is done settled itself (its cause was gone) rather than being finished by a person: one that did opens again with
-- its cause. Null: it is open, or was done before this was recorded.
alter table accounting_task add column settled boolean;
