-- Secrets before old_secret whose time is not over yet, the newest first: [{"secret": "whsec_…", "until": "…"}].
alter table webhook add column older_secrets jsonb not null default '[]';
