-- Every payment that an order has or had: findSharedPayments (orders/warnings/shared-payments.ts) looks up others.
create table order_payment (
  company_id uuid not null,
  payment_id text not null,
  order_key bigint not null,
  primary key (company_id, payment_id, order_key)
);
insert into order_payment (company_id, payment_id, order_key)
select company_id, json_object_keys(payment_numbers::json), key from sale_order;
