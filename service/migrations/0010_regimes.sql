-- The rates of VAT by which a company sells, from which day on: [{"from":"2027-01-01","vat":"22"}], sorted.
alter table company add column regimes jsonb not null default '[]';
