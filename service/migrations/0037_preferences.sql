-- How a person wants lists to look: columns left out, density.
alter table user_account add column preferences json not null default '{}';

-- The list of orders is searched by the number of 1C's own document: the whole of it, or the number that it ends in (00БП-000017: 17).
create index accounting_document_number on accounting_document (integration_key, lower(said->>'documentNumber'));
create index accounting_document_digits on accounting_document
  (integration_key, ltrim(substring(said->>'documentNumber' from '[0-9]+$'), '0'));
