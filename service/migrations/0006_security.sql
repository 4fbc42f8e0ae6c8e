-- Failed sign-ins as counters, so that a flood of them changes rows instead of adding some. Three for each attempt: one login from
-- one address; an address whatever the login (login ''); a login from wherever (address '').
drop table sign_in_failure;
create table sign_in_failure (
  -- web: people; exchange: 1C bases; password: a signed-in person who proves the password once more, by id.
  scope text not null check (scope in ('web', 'exchange', 'password')),
  login text not null,
  address text not null,
  failures int not null,
  -- The first and the last of them.
  started_at timestamptz not null,
  failed_at timestamptz not null,
  primary key (scope, login, address)
);

-- The integration's password_changed_at when this session signed in: a new password ends it.
alter table exchange_session add column password_changed_at timestamptz;

-- Refused calls of the same login and address that came after this one and are only counted.
alter table journal_entry add column repeats int not null default 0;
