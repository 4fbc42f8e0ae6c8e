-- Payments that were told before payment_export noted them: written there as the last answer that told them did, or a new status or
-- new settings would tell them under another name or number, and 1C:Бухгалтерия would post a second payment.

-- The name of the method by the first rule that is met, as sale-feed/payments/ does it.
create function pg_temp.method(settings json, status text, gateways text[]) returns text language sql as $$
  select left(btrim(regexp_replace(regexp_replace(regexp_replace(replace(coalesce(
           (select coalesce(rule->>'paymentmethodname', settings->>'paymentmethodname')
              from json_array_elements(settings->'paymentrules') with ordinality as r (rule, place)
             where coalesce(rule->>'status', status) = status
               and (rule->>'gateway' is null or rule->>'gateway' = any(gateways))
             order by place limit 1),
           settings->>'paymentmethodname'), '#', '№'),
         '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', ' ', 'g'),
         '[\u0001-\u001f\u007f-\u009f]', '', 'g'), ' +', ' ', 'g')), 50)
$$;
create function pg_temp.takes_documents(settings json, version text) returns boolean language sql as $$
  select case settings->>'payments'
           when 'documents' then true
           when 'requisites' then false
           else coalesce((select (p[1]::numeric, p[2]::numeric) >= (2, 10)
                            from regexp_match(version, '^\s*([0-9]{1,9})[.,]([0-9]{1,9})') p), false) end
$$;

-- What was sent to the end, by order and revision, as far as it is known still.
create temporary table given on commit drop as
  with unnoted as materialized (
    select i.key as integration_key, i.settings, e.order_key, e.sent_revision, e.last_sent_at
      from integration i join outbox_entry e on e.integration_key = i.key
     where e.first_sent_at is not null
       and not exists (select from payment_export x where x.integration_key = i.key and x.order_key = e.order_key)),
  sent as (
    select u.integration_key, u.order_key, i.revision, b.sent_at, s.cml_version as version
      from unnoted u
      join outbox_batch_item i on i.order_key = u.order_key
      join outbox_batch b on b.id = i.batch_id and b.integration_key = u.integration_key and b.sent_at is not null
      left join exchange_session s on s.id = b.session_id
    union all
    -- Its batch is gone: by what this 1C announced before.
    select u.integration_key, u.order_key, u.sent_revision, u.last_sent_at,
           (select s.cml_version from exchange_session s
             where s.integration_key = u.integration_key and s.cml_version is not null and s.opened_at <= u.last_sent_at
             order by s.id desc limit 1)
      from unnoted u
     where not exists (select from outbox_batch_item i join outbox_batch b on b.id = i.batch_id
                        where i.order_key = u.order_key and i.revision = u.sent_revision
                          and b.integration_key = u.integration_key and b.sent_at is not null)),
  ordered as (
    select distinct on (integration_key, order_key, revision) * from sent
     order by integration_key, order_key, revision, sent_at desc)
  select r.integration_key, r.order_key, r.revision, case when o.revision = r.revision then o.content else v.content end as content,
         o.payment_numbers, r.version,
         coalesce((select c.after->'settings' from integration_change c
                    where c.integration_key = r.integration_key and c.at <= r.sent_at and c.after->'settings' is not null
                    order by c.id desc limit 1), u.settings) as settings
    from ordered r
    join unnoted u on u.integration_key = r.integration_key and u.order_key = r.order_key
    join sale_order o on o.key = r.order_key
    left join order_revision v on v.order_key = r.order_key and v.revision = r.revision;

create temporary table told on commit drop as
  with read as materialized (
    select g.*, pg_temp.takes_documents(settings, version) as documents, content->>'status' as status,
           array(select p->>'gateway' from json_array_elements(content->'payments') p
                  where p->>'status' not in ('failed', 'canceled')) as gateways
      from given g),
  paid as (
    select r.*, p.place, p.payment->>'id' as payment_id, p.payment->>'gateway' as gateway,
           (p.payment->>'amount')::numeric as amount, (p.payment->>'paidAt')::timestamptz as paid_at
      from read r, json_array_elements(content->'payments') with ordinality as p (payment, place)
     where p.payment->>'status' = 'paid' and (p.payment->>'amount')::numeric > 0
       and exists (select from json_array_elements(settings->'paymentrules') rule
                    where rule->>'gateway' is null or rule->>'gateway' = p.payment->>'gateway')),
  numbered as (
    select p.*, sum(amount) over of_order = (content->>'total')::numeric as in_full, (payment_numbers->>payment_id)::bigint as own,
           last_value((payment_numbers->>payment_id)::bigint) over
             (of_order order by paid_at nulls first, place rows between unbounded preceding and unbounded following) as last
      from paid p
    window of_order as (partition by integration_key, order_key, revision))
  select integration_key, order_key, revision, payment_id, gateway, documents,
         case when documents then own else last end as number,
         pg_temp.method(settings, status, case when documents then array[gateway] else gateways end) as method
    from numbered
   where documents or in_full;

-- Of an order in one form; of requisites the last that were told, which all its payments share.
insert into payment_export (integration_key, order_key, payment_id, number, method, form, gateway)
select distinct on (t.integration_key, t.order_key, t.payment_id)
       t.integration_key, t.order_key, t.payment_id, t.number, t.method,
       case when t.documents then 'documents' else 'requisites' end, t.gateway
  from told t
  join (select distinct on (integration_key, order_key) integration_key, order_key, revision, documents
          from told order by integration_key, order_key, revision desc) l
    on l.integration_key = t.integration_key and l.order_key = t.order_key and l.documents = t.documents
   and (t.documents or t.revision = l.revision)
 where t.number is not null and t.method is not null
 order by t.integration_key, t.order_key, t.payment_id, t.revision desc;

-- Numbers, likewise: 0003 noted the number that an order has by the settings of today as the one that 1C knows it by. Where "ordernumber"
-- was changed after the order had been sent, it is that of the settings of then, or 1C would make a second document.
create temporary table known_number on commit drop as
  select s.*, case when s.by = 'sequence' then s.sequence_number::text
                   when char_length(own) <= 11 and own ~ '^[^[:space:][:cntrl:]#]+( [^[:space:][:cntrl:]#]+)*$' then own
                   else 'S-' || s.sequence_number end as number
    from (
      select e.integration_key, e.order_key, o.sequence_number, o.placed_at, l.timezone, coalesce(i.settings->>'client', 'bp') as client,
             coalesce(i.settings->>'ordernumber', 'sequence') as by_now,
             coalesce(t.settings->>'ordernumber', 'sequence') as by,
             coalesce(case when v.order_key is null then o.platform_number else v.content->>'number' end, o.id) as own
        from integration i
        join location l on l.id = i.location_id
        join outbox_entry e on e.integration_key = i.key
         and e.last_sent_at < (select run_on::timestamptz from schema_migration where name = '0003_document_numbers')
        join sale_order o on o.key = e.order_key
        left join order_revision v on v.order_key = e.order_key and v.revision = e.sent_revision
        cross join lateral (
          select c.after->'settings' as settings from integration_change c
           where c.integration_key = i.key and c.at <= e.last_sent_at and c.after->'settings' is not null
           order by c.id desc limit 1) t) s
   where s.by <> s.by_now;

update outbox_entry e set sent_number = k.number
  from known_number k where e.integration_key = k.integration_key and e.order_key = k.order_key;
delete from order_number n using known_number k where n.integration_key = k.integration_key and n.order_key = k.order_key;
insert into order_number (integration_key, compared, order_key, number, blocks)
select integration_key,
       case client when 'bp' then extract(year from placed_at at time zone timezone) || ' ' || digits
                   when 'unf' then digits
                   when 'rt' then lower(number) || ' ' || floor(extract(epoch from placed_at))
                   else lower(number) end,
       order_key, number, case when by_now = 'sequence' and client in ('bp', 'unf') then nullif(digits::bigint, 0) end
  from (select k.*, left(lpad(d.kept, greatest(6, length(d.kept)), '0'), 6) as digits
          from known_number k, lateral (select regexp_replace(k.number, '[^0-9]', '', 'g') as kept) d) k
 order by integration_key, order_key
on conflict do nothing;
