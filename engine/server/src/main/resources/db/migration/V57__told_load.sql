-- By which what a node tells twice is known again: the times of its own clock, since those that were put right differ each time.
alter table node_seconds add column told_from timestamp with time zone;
alter table node_minute add column told_at timestamp with time zone;
create unique index node_seconds_told on node_seconds (node_id, told_from);
create unique index node_minute_told on node_minute (node_id, told_at);
