-- Which key the secrets are encrypted with: a server with another one does not start.
create table secret_key (
  is_only boolean primary key default true check (is_only),
  fingerprint text not null
);

-- A person's second factor; not asked for before active_since.
create table second_factor (
  user_id uuid primary key references user_account on delete cascade,
  secret text not null,
  active_since timestamptz,
  -- Of the latest code that was accepted, or an older one: each works once.
  last_step bigint not null default 0,
  recovery_codes bytea[] not null default '{}'
);
