-- recordRefusals (orders/intake/record-refusals.ts): what was told last of an id.
create index event_refused on event (location_id, order_id, key) where type = 'order.refused';
