-- An exchange's row that only sums up rejected requests, without a session that a cookie could open.
alter table exchange_session rename column heading_only to summary_only;
alter index exchange_session_heading rename to exchange_session_summary;
