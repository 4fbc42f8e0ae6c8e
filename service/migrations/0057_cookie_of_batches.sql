-- Whether the query of a batch came with the cookie of its session. A session may serve two clients for a moment: one that has only just
-- come back with its cookie, and one that never does. A success means what was given in its own way.
alter table outbox_batch add column by_cookie boolean not null default true;

update outbox_batch b set by_cookie = false
  from exchange_session s
 where b.state in ('open', 'sent') and s.id = b.session_id and not s.cookie_seen;
