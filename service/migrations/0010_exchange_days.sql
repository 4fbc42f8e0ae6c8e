-- What happened on each day of a location's calendar, counted as it happens: nobody reads through exchanges or batches to tell it.
-- It outlives the exchanges themselves and their integration.
create table exchange_day (
  integration_key int not null,
  day date not null,
  location_id uuid not null,
  exchanges int not null default 0,
  -- Exchanges that failed or were refused.
  failures int not null default 0,
  orders_confirmed int not null default 0,
  -- Of these, orders that the integration had never confirmed before.
  first_confirmed int not null default 0,
  -- How many orders an integration confirmed; its days.
  primary key (integration_key, day)
);
-- GET /overview: the last days of a location.
create index exchange_day_location on exchange_day (location_id, day);

insert into exchange_day (integration_key, day, location_id, exchanges, failures)
select s.integration_key, (s.opened_at at time zone l.timezone)::date, l.id, count(*),
       count(*) filter (where s.outcome in ('failed', 'refused'))
  from exchange_session s join location l on l.id = s.location_id
 group by 1, 2, 3;

insert into exchange_day as d (integration_key, day, location_id, orders_confirmed, first_confirmed)
select b.integration_key, (b.confirmed_at at time zone l.timezone)::date, l.id, sum(b.order_count), sum(b.first_confirmed)
  from outbox_batch b
  join (select key, location_id from integration union all select key, location_id from removed_integration) i
    on i.key = b.integration_key
  join location l on l.id = i.location_id
 where b.confirmed_at is not null
 group by 1, 2, 3
on conflict (integration_key, day) do update
   set orders_confirmed = excluded.orders_confirmed, first_confirmed = excluded.first_confirmed;

drop index outbox_batch_first_confirmed;
