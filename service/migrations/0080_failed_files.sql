-- A file of a catalogue that was refused, or broke off, left no trace: the catalogue was judged without it.
alter table catalogue_round_file add column failed boolean not null default false;

-- Opened for a catalogue: such a session is no sign that 1C has gone on to its orders.
alter table exchange_session add column catalog boolean not null default false;
