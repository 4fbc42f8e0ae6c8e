-- How often reading a file failed without saying why it is unreadable: each time it waits longer (reader_until), and in the end is given up.
alter table upload add column tries integer not null default 0;
