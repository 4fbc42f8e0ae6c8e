-- The next attempts of each webhook: those of one that is paused are not read.
drop index webhook_attempt_due;
create index webhook_attempt_due on webhook_attempt (webhook_key, due_at) where state = 'pending';
-- A test is due whatever state its webhook is in.
create index webhook_attempt_test on webhook_attempt (webhook_key) where state = 'pending' and event_type = 'test';
