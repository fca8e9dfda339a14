-- A file of the pool can get another name. It does not come into its new folder by that: when it was moved tells so.
alter table artifact add column moved_at timestamp with time zone;
insert into server_lock (name) values ('pool');
