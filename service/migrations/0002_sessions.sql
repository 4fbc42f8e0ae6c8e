-- Names a session to its person, who lists and ends them, without the hash of its cookie.
alter table user_session add column id uuid not null default gen_random_uuid();
