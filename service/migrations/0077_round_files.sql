-- The files of an exchange of whole catalogues, a row each: an array of all was read and written anew with every file.
create table catalogue_round_file (
  integration_key int not null references catalogue_round (integration_key) on delete cascade,
  -- SHA-256 of the name without folders, in lower case.
  name_hash bytea not null,
  session_id bigint not null,
  -- '' if the file names none.
  catalogue_id text not null,
  -- Finds the files of the same name, whatever the rest.
  primary key (integration_key, name_hash, session_id, catalogue_id)
);
-- Whether a catalogue has a file.
create index catalogue_round_file_catalogue on catalogue_round_file (integration_key, catalogue_id);

insert into catalogue_round_file (integration_key, name_hash, session_id, catalogue_id)
select r.integration_key, sha256(convert_to(split_part(substr(f.key, strpos(f.key, ' ') + 1), E'\n', 1), 'UTF8')),
       split_part(f.key, ' ', 1)::bigint, split_part(f.key, E'\n', 2)
  from catalogue_round r cross join lateral unnest(r.files) f(key)
on conflict do nothing;

alter table catalogue_round
  drop column files,
  -- How many of them, and how many catalogues they are of.
  add column files int not null default 0,
  add column catalogues int not null default 0;
update catalogue_round r set (files, catalogues) = (
  select count(*), count(distinct catalogue_id) from catalogue_round_file f where f.integration_key = r.integration_key);
