-- How a person wants lists to look: columns left out, density.
alter table user_account add column preferences json not null default '{}';
