-- A linked line is sent under its item's id to a 1C whose program is not recognized yet, too. What such a 1C got before goes on under the
-- line's own id: an order first sent before line_id_until.
alter table catalogue_link add column line_id_until timestamptz;
update catalogue_link l set line_id_until = now()
  from integration i
 where i.key = l.integration_key and i.recognized_client is null and coalesce(i.settings->>'client', 'auto') = 'auto';
