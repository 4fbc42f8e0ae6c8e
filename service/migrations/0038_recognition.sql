-- Which program is on the other side is told by what its exchanges show. What a stored setting left out stood for Бухгалтерия until
-- now: it is written down, so that nothing is told otherwise to a 1C that is connected already.
alter table integration
  add column recognized_client text check (recognized_client in ('bp', 'unf', 'ut', 'rt', 'bitrix')),
  add column client_signs json,
  add column catalog_at timestamptz,
  -- What a person said of it: the client was kept although exchanges spoke against it, and for which they spoke.
  add column kept_client text,
  -- And of orders that were placed before this 1C was connected.
  add column early_orders_settled_at timestamptz;

alter table exchange_session add column init_kind text check (init_kind in ('plain', 'version'));

update integration
   set settings = case when settings::text ~ '^\s*\{\s*\}\s*$' then '{"client":"bp"}'
                       else regexp_replace(settings::text, '\s*\}\s*$', ',"client":"bp"}') end::json
 where settings->>'client' is null;
