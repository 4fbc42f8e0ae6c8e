-- How much each location has written into api_request on a day, in bytes, all servers together: requests/record/open-request-log.ts keeps the
-- requests of one from taking the room of all. Those of earlier days are swept.
create table request_day (
  day int not null,
  location_id uuid not null,
  bytes bigint not null,
  primary key (day, location_id)
);
