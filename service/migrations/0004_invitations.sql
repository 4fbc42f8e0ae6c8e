-- An address is no proof of a person: several accounts may have it, each known by its password.
drop index user_account_email;
-- findAccounts (people/sign-in/find-accounts.ts): the accounts of an address.
create index user_account_email on user_account (lower(email));

-- The accounts of an address share a salt, so that signing in hashes the password once for all of them.
create table user_address (
  email text not null,
  salt bytea not null,
  primary key (email)
);
insert into user_address (email, salt)
select lower(email), decode(split_part(password_hash, '$', 5), 'base64')
  from user_account where password_hash is not null;
