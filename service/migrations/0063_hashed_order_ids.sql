-- The hash that replaces an id which 1C can't store (sale-feed/document/short-id.ts). convert_to is only stable, as databases differ in
-- their encoding; here it is always UTF-8.
create function hashed_order_id(id text) returns text
  language sql immutable strict parallel safe
  return 'sha256-' || left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), 32);

-- The order that a payment or shipment of Bitrix' module names by that hash. All ids that are sent as a hash, and some that aren't: what
-- decides it here must be cheap, it is asked of each new order.
create index sale_order_hashed_id on sale_order (location_id, hashed_order_id(id))
  where octet_length(id) > 40 or octet_length(id) <> length(id) or id <> btrim(id) or id like 'sha256-%';
