-- How often reading a file failed without saying why it is unreadable: each time it waits longer (reader_until), and in the end is given up.
alter table upload add column tries integer not null default 0;
-- How much is kept of an integration's files, and the oldest of those: of most, pictures, nothing is.
create index upload_kept on upload (integration_key, id) include (kept_size) where kept_size > 0;
