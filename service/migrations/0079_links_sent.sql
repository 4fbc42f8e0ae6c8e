-- Which moment's links the lines of an order go by: that at which the answer began that sent it for the first time. Orders sent before this
-- migration have none, and go by first_sent_at, when that answer ended.
alter table outbox_entry add column links_at timestamptz;
