-- What was removed can be taken back for a while.
alter table notification_rule add column removed_at timestamp with time zone;
alter table run_trigger add column removed_at timestamp with time zone;
