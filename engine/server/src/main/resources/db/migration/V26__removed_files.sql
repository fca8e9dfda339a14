-- When a person gave up the bytes of a file. The row stays, for the lineage of those that were made from it.
alter table artifact add column removed_at timestamp with time zone;
