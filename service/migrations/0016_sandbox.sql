-- Set when they are made, never changed: only such a token may play a 1C against such an integration.
alter table integration add column sandbox boolean not null default false;
alter table api_token add column sandbox boolean not null default false;
