-- What stored sentences say, as codes with parameters, for words in another language (contract/src/problems/). Null: stored before.
alter table api_request add column reason text, add column params json;
alter table upload add column failure_reason json;
alter table upload_file add column failure_reason json;
alter table outbox_entry add column held_params jsonb;
alter table hold_event add column code text, add column params jsonb;

-- Each sentence of a note beside its code.
alter table outbox_batch add column notes jsonb;
update outbox_batch set notes = jsonb_build_array(jsonb_build_object('message', note)) where note is not null;
alter table outbox_batch drop column note;
