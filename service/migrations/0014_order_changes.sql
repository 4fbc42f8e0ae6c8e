-- listOrders by sort=updatedAt and changedSince (orders/listing/find-page.ts).
create index sale_order_changed on sale_order (location_id, changed_at, key);
