-- What is wrong, since when and until when; conditions that are true, before their delay has passed, too.
create table alarm (
  key bigint generated always as identity primary key,
  id uuid not null default gen_random_uuid() unique,
  -- Null: of the server.
  location_id uuid references location (id),
  cause text not null,
  -- The id of an integration or a webhook.
  subject text not null default '',
  integration_key int,
  began_at timestamptz not null,
  -- When it was first noticed; the delay against flapping counts from then.
  noticed_at timestamptz not null,
  -- When it was last found true. Kept of alarms of the server alone, which not every server can judge.
  checked_at timestamptz not null,
  -- Null until its delay has passed.
  opened_at timestamptz,
  ended_at timestamptz,
  facts jsonb not null,
  acknowledged_until timestamptz,
  acknowledged_by uuid references user_account (id) on delete set null
);
-- watchAlarms (alarms/lifecycle.ts).
create unique index alarm_present
  on alarm (coalesce(location_id, '00000000-0000-0000-0000-000000000000'), cause, subject)
  where ended_at is null;
-- listAlarms.
create index alarm_location on alarm (location_id, key) where opened_at is not null;
-- The sweep.
create index alarm_ended on alarm (ended_at) where ended_at is not null;

-- How a person is told of the alarms of a location, or of the server (null).
create table alarm_settings (
  user_id uuid not null references user_account (id) on delete cascade,
  location_id uuid references location (id),
  settings jsonb not null
);
create unique index alarm_settings_once
  on alarm_settings (user_id, coalesce(location_id, '00000000-0000-0000-0000-000000000000'));

-- What a person is told by one channel.
create table alarm_notice (
  key bigint generated always as identity primary key,
  alarm_key bigint not null references alarm (key) on delete cascade,
  user_id uuid not null references user_account (id) on delete cascade,
  channel text not null check (channel in ('mail', 'telegram', 'max', 'webhook')),
  kind text not null check (kind in ('open', 'still', 'over')),
  due_at timestamptz not null,
  -- Set before it is sent: who dies meanwhile does not send it twice within an hour.
  claimed_at timestamptz,
  sent_at timestamptz,
  attempts int not null default 0,
  -- Why the last attempt failed, as JSON.
  failure text
);
-- planNotices, and alarms that are deleted.
create index alarm_notice_alarm on alarm_notice (alarm_key);
-- Those to be sent.
create index alarm_notice_due on alarm_notice (due_at) where sent_at is null;
-- Accounts that are deleted, and the last failure of a channel.
create index alarm_notice_user on alarm_notice (user_id, channel);
