-- Buyers of whose keys none is another's, and no other buyer came with one: an order of such a buyer needs no look at each of its keys.
create table distinct_buyer (
  company_id uuid not null,
  customer_id text not null,
  -- Hash of all the keys that this is true of.
  keys bigint not null,
  -- When the one of them that was seen last the longest ago was seen.
  last_seen date not null,
  primary key (company_id, customer_id)
);
-- The sweep.
create index distinct_buyer_last_seen on distinct_buyer (last_seen);
