-- Numbers of a day begin anew: of one sequence for all days they ran over after some weeks, and on such a day the newest rows had the lowest
-- ids. Four sequences take turns by day; whoever makes a day's table beforehand restarts that day's (db/daily-tables.ts).

create sequence exchange_session_number_0 maxvalue 99999999 cycle;
create sequence exchange_session_number_1 maxvalue 99999999 cycle;
create sequence exchange_session_number_2 maxvalue 99999999 cycle;
create sequence exchange_session_number_3 maxvalue 99999999 cycle;
alter table exchange_session alter column id set default
  floor(extract(epoch from now()) / 86400)::bigint * 100000000
  + nextval(case floor(extract(epoch from now()) / 86400)::bigint % 4
      when 0 then 'exchange_session_number_0'::regclass
      when 1 then 'exchange_session_number_1'::regclass
      when 2 then 'exchange_session_number_2'::regclass
      else 'exchange_session_number_3'::regclass end);

create sequence journal_entry_number_0 maxvalue 99999999 cycle;
create sequence journal_entry_number_1 maxvalue 99999999 cycle;
create sequence journal_entry_number_2 maxvalue 99999999 cycle;
create sequence journal_entry_number_3 maxvalue 99999999 cycle;
alter table journal_entry alter column id set default
  floor(extract(epoch from now()) / 86400)::bigint * 100000000
  + nextval(case floor(extract(epoch from now()) / 86400)::bigint % 4
      when 0 then 'journal_entry_number_0'::regclass
      when 1 then 'journal_entry_number_1'::regclass
      when 2 then 'journal_entry_number_2'::regclass
      else 'journal_entry_number_3'::regclass end);

create sequence api_request_number_0 maxvalue 99999999 cycle;
create sequence api_request_number_1 maxvalue 99999999 cycle;
create sequence api_request_number_2 maxvalue 99999999 cycle;
create sequence api_request_number_3 maxvalue 99999999 cycle;
alter table api_request alter column id set default
  floor(extract(epoch from now()) / 86400)::bigint * 100000000
  + nextval(case floor(extract(epoch from now()) / 86400)::bigint % 4
      when 0 then 'api_request_number_0'::regclass
      when 1 then 'api_request_number_1'::regclass
      when 2 then 'api_request_number_2'::regclass
      else 'api_request_number_3'::regclass end);

-- The numbers of today, and of a transaction that began yesterday, go on where they are. The tables are locked by now, so nobody has written
-- to them on a later day than this one.
select setval((old.name || '_' || (floor(extract(epoch from clock_timestamp()) / 86400)::bigint - days.ago) % 4)::regclass, old.last_value)
  from (select 'exchange_session_number' as name, last_value from exchange_session_number
        union all select 'journal_entry_number', last_value from journal_entry_number
        union all select 'api_request_number', last_value from api_request_number) old
 cross join (values (0), (1)) days(ago);

drop sequence exchange_session_number, journal_entry_number, api_request_number;
