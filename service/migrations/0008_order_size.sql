-- What an order takes, so that pages can end at a number of bytes, and its currency, so that a list needs not read the whole order.
-- Null for those stored before: they are measured where they are read.
alter table sale_order add column content_size integer, add column currency text;
alter table order_revision add column content_size integer;
