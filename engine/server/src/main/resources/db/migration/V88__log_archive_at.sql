-- From when on an ended log is to be archived: a server that archives it puts this off for as long as its claim holds. Null where there is nothing to do.
alter table log_head add column archive_at timestamp with time zone;
update log_head set archive_at = coalesce(archiving_until, current_timestamp) where ended and not archived;
-- Nulls last: H2 would else walk over all of them, the logs of all times, before it came to the first log that waits.
create index log_head_archive_at on log_head (archive_at nulls last);
drop index log_head_to_archive;
-- archived and archiving_until stay for servers of the version before, which may run beside this one until each has been replaced. This version neither
-- reads nor writes them. Such a server archives what this one has ended too, and the other way round: what lies in the bucket already is found there, and
-- two at once do the work twice. It sets no time for the logs that it ends: a server of this version does so, each hour. A later migration may drop the two.
