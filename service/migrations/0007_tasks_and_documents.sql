-- A document may have the number of an order and be another's.
alter table unknown_document drop constraint unknown_document_reason_check;
alter table unknown_document add constraint unknown_document_reason_check
  check (reason in ('no-number', 'unknown-number', 'not-sent', 'other-order', 'before-order'));

-- A payment or shipment that came before the document of its order is applied once that comes.
alter table unknown_document add column attached json;
-- takeEarly (accounting/apply/early-documents.ts): those of an order.
create index unknown_document_basis on unknown_document (integration_key, lower(number))
 where attached is not null;
-- boundEarly (the same file): the newest of an integration.
create index unknown_document_early on unknown_document (integration_key, id) where attached is not null;

-- What became of tasks, for the history of their orders.
create table task_event (
  id bigint generated always as identity primary key,
  integration_key int not null,
  order_key bigint not null,
  at timestamptz not null default now(),
  change text not null check (change in ('made', 'done', 'reopened', 'settled')),
  code text not null,
  params json not null,
  by_name text
);
-- listTaskEvents (tasks/task-events.ts): the newest of an order.
create index task_event_order on task_event (order_key, id);
-- FORGET_TASKS (tasks/write-tasks.ts): those of a removed integration.
create index task_event_integration on task_event (integration_key, id);
-- sweepTasks (tasks/write-tasks.ts): the oldest.
create index task_event_at on task_event (at);
