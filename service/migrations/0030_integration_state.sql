-- How a connected 1C stands (integrations/state/): what happened last, and the state that was made of it, so that "since when" is
-- true and a change can be told.

-- The last sign-ins that failed, until a good one: first and latest, and the login where it was another that resembles this one.
alter table integration add column refused_since timestamptz;
alter table integration add column refused_at timestamptz;
alter table integration add column refused_login text;
alter table integration add column paused_at timestamptz;
alter table integration add column resumed_at timestamptz;
update integration i
   set paused_at = coalesce((select max(c.at) from integration_change c
                              where c.integration_key = i.key and c.after->>'enabled' = 'false'), i.updated_at)
 where not i.enabled;

-- A row for each integration, gone with it. The state as it was told last; what is shown is decided anew from what happened.
create table integration_state (
  integration_key int primary key references integration (key) on delete cascade,
  state text not null check (state in ('waiting', 'exchanging', 'refused', 'unconfirmed', 'silent', 'paused')),
  since timestamptz not null
);
insert into integration_state (integration_key, state, since)
select key, case when not enabled then 'paused' when last_seen_at is null then 'waiting' else 'exchanging' end,
       case when not enabled then paused_at when last_seen_at is null then created_at else coalesce(first_seen_at, created_at) end
  from integration;
