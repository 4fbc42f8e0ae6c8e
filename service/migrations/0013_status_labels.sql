-- Names that people read instead of the platform's statuses: {"purchased": "Оплачен"}.
alter table location add column status_labels jsonb not null default '{}';
