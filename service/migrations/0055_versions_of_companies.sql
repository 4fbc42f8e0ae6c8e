-- What a person read, so that saving does not go over what another one saved meanwhile.
alter table company add column version integer not null default 1;
alter table location add column version integer not null default 1;
