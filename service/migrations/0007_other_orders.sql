-- A document may have the number of an order and be another's.
alter table unknown_document drop constraint unknown_document_reason_check;
alter table unknown_document add constraint unknown_document_reason_check
  check (reason in ('no-number', 'unknown-number', 'not-sent', 'other-order'));
