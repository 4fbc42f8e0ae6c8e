-- Backups that were taken, and what a restored database waits for.
create table backup (
  key bigint generated always as identity primary key,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  file text not null,
  bytes bigint,
  orders bigint,
  failure text
);

-- Null but after a restore, until a person says from which number it goes on.
alter table integration add column restored_at timestamptz;

-- Lower numbers may be in a 1C although no order here has them; guessed until a person has said so.
alter table company_counter
  add column first_free_number bigint not null default 1,
  add column first_free_guessed boolean not null default false;
