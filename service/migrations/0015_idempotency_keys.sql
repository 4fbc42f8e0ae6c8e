-- Answers to requests with an Idempotency-Key, for a day.
create table idempotency_key (
  -- A token or a person.
  caller uuid not null,
  key text not null,
  -- SHA-256 of what was asked.
  asked bytea not null,
  begun_at timestamptz not null default now(),
  -- Encrypted, as it may hold a secret that is shown once; null while the request is in work.
  answer text,
  primary key (caller, key)
);
-- The sweep.
create index idempotency_key_age on idempotency_key (begun_at);
