-- For the bell: files of 1C that could not be read (uploads/list-unreadable.ts), of a location.
create index upload_failed on upload (location_id, id) where state = 'failed';
