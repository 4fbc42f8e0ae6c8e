-- What its 1C refused (isSetAsideSql): few orders among those that are held, and read with each query and each success.
create index outbox_entry_set_aside on outbox_entry (integration_key, order_key) where held_kind = 'quarantine' or on_trial;
-- Only what is set aside has a next attempt.
update outbox_entry set retry_at = null where retry_at is not null and held_kind is distinct from 'quarantine';
