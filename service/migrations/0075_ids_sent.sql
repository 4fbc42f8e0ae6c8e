-- Whether linked lines go out under their own ids, noted with the answer and with each order that it sends for the first time: the order keeps
-- it whatever its 1C is taken for later. Orders sent before this migration have no note; line_id_until tells it of them.
alter table outbox_batch add column line_ids boolean;
alter table outbox_entry add column line_ids boolean;
update catalogue_link l set line_id_until = now()
  from integration i
 where i.key = l.integration_key
   and case when coalesce(i.settings->>'client', 'auto') = 'auto' then i.recognized_client else i.settings->>'client' end = 'bp';
