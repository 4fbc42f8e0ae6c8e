-- The name under which a line's id first came to a company: 1C:Бухгалтерия binds the id to an item of that name for good.
create table item_name (
  company_id uuid not null,
  line_id text not null,
  name text not null,
  -- Moved forward once a week at most, so that an item sold every minute is not written every minute.
  last_seen date not null default current_date,
  primary key (company_id, line_id)
);
-- The sweep.
create index item_name_last_seen on item_name (last_seen);
