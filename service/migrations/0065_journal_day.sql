-- How many bytes of bodies the journal has kept of an integration on a day (UTC, in days since 1970, as in the ids of the journal): a limit
-- holds for all servers together, and a sum over the day's bodies would be read for each piece of one.
create table journal_day (
  integration_key integer not null,
  day integer not null,
  body_bytes bigint not null,
  primary key (integration_key, day)
);
