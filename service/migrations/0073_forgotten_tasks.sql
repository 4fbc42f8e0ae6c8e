-- Whether a forgotten task was finished by a person. Null: it was forgotten before this was recorded, and may have settled itself. What it
-- asked for is not asked for again, nor is it asked to be undone.
alter table forgotten_task add column finished boolean;
