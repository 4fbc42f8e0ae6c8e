-- Which item of 1C's catalogue a line of the platform's orders is. A link that was changed or taken away stays as a row with its end:
-- an order goes on under the ids under which its 1C got it first.
create table catalogue_link (
  integration_key int not null,
  line_id text not null,
  since timestamptz not null default clock_timestamp(),
  until timestamptz,
  item_id text not null,
  linked_by uuid references user_account on delete set null,
  linked_token uuid references api_token on delete set null,
  primary key (integration_key, line_id, since)
);
-- The link that holds now.
create unique index catalogue_link_current on catalogue_link (integration_key, line_id) where until is null;
-- Links of items that change.
create index catalogue_link_item on catalogue_link (integration_key, item_id) where until is null;
