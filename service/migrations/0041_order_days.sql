-- How many orders were received on each day that is over, counted when the overview first asks (orders/listing/order-days.ts).
create table order_day (
  location_id uuid not null references location (id),
  day date not null,
  -- The clock by which the day was told; another clock counts anew.
  timezone text not null,
  received integer not null,
  primary key (location_id, day)
);
