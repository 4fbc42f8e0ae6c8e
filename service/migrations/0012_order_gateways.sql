-- Orders paid by a way that few were paid by: without it a page of the list would look through all of them.
create index sale_order_gateways on sale_order using gin (gateways);
