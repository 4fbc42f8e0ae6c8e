-- Orders are counted by the day they were received on: overview, last 30 days.
create index sale_order_received on sale_order (location_id, received_at);

-- An exchange without confirmation counts as failed until 1C confirms.
insert into exchange_day as d (integration_key, day, location_id, failures)
select s.integration_key, (s.opened_at at time zone l.timezone)::date, l.id, count(*)::int
  from exchange_session s join location l on l.id = s.location_id
 where s.outcome = 'unconfirmed'
 group by 1, 2, 3
on conflict (integration_key, day) do update set failures = d.failures + excluded.failures;

-- Search words (orders/listing/search-words.ts) now have the numbers in id and number, and the ids of payments.
update sale_order o
   set search = o.search || array_to_tsvector(added.words)
  from (
    select key, array_agg(distinct left(word, 60)) as words
      from (
        select key, unnest(array[run, ltrim(run, '0')]) as word
          from (select key, n.run[1] as run, count(*) over (partition by key, t.text) as runs
                  from sale_order, lateral (select distinct unnest(array[id, platform_number]) as text) t,
                       lateral regexp_matches(t.text, '[0-9]+', 'g') n(run)) r
         where runs <= 3
        union all
        select key, lower(regexp_replace(p->>'id', '[^[:alnum:]]+', '', 'g'))
          from sale_order, json_array_elements(content->'payments') with ordinality as paid (p, place)
         where place <= 10) w
     where word <> ''
     group by key) added
 where added.key = o.key;
