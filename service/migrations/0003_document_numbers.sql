-- The number under which each 1C knows an order: noted with what it is given, and kept for good once that was sent to the end.
alter table outbox_batch_item add column number text;
alter table outbox_entry add column sent_number text;

-- Numbers of orders for integrations that do not simply take the sequence number: every order of the company with "ordernumber":
-- "platform", with "sequence" those that were sent under another number.
create table order_number (
  integration_key integer not null,
  -- What the integration's 1C compares when it looks for a document; two orders never have the same.
  compared text not null,
  order_key bigint not null,
  number text not null,
  -- With "sequence": the sequence number that no other order may get, for 1C would take it for this one.
  blocks bigint,
  primary key (integration_key, compared)
);
-- Reading an order's number.
create index order_number_order on order_number (integration_key, order_key);
-- Giving sequence numbers.
create index order_number_blocks on order_number (integration_key, blocks) where blocks is not null;

-- As orders/numbering/ does it.
create function pg_temp.compared(client text, number text, placed_at timestamptz, timezone text) returns text language sql as $$
  select case client
           when 'bp' then extract(year from placed_at at time zone timezone) || ' ' || digits
           when 'unf' then digits
           when 'rt' then lower(number) || ' ' || floor(extract(epoch from placed_at))
           else lower(number) end
    from (select left(lpad(kept, greatest(6, length(kept)), '0'), 6) as digits
            from (select regexp_replace(number, '[^0-9]', '', 'g') as kept) k) d
$$;
create temporary table platform_order on commit drop as
  select i.key as integration_key, coalesce(i.settings->>'client', 'bp') as client, o.key as order_key, o.placed_at, l.timezone,
         coalesce(o.platform_number, o.id) as own, 'S-' || o.sequence_number as counted
    from integration i
    join location l on l.id = i.location_id
    join sale_order o on o.company_id = i.company_id
   where i.settings->>'ordernumber' = 'platform';

insert into order_number (integration_key, compared, order_key, number)
select integration_key, pg_temp.compared(client, own, placed_at, timezone), order_key, own
  from platform_order
 where char_length(own) <= 11 and own ~ '^[^[:space:][:cntrl:]#]+( [^[:space:][:cntrl:]#]+)*$'
 order by integration_key, order_key
on conflict do nothing;

-- Those that 1C could not find under their own number, or that would be another one's, go by their sequence number as far as it is free.
insert into order_number (integration_key, compared, order_key, number)
select integration_key, pg_temp.compared(client, counted, placed_at, timezone), order_key, counted
  from platform_order p
 where not exists (select from order_number n where n.integration_key = p.integration_key and n.order_key = p.order_key)
 order by integration_key, order_key
on conflict do nothing;

update outbox_entry e
   set sent_number = coalesce((select n.number from order_number n
                                where n.integration_key = e.integration_key and n.order_key = e.order_key), o.sequence_number::text)
  from sale_order o
 where e.first_sent_at is not null and o.key = e.order_key;
