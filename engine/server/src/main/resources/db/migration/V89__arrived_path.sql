-- The name by which a file came into the pool, where it has got another one since: triggers of the folder in which it arrived start it even so. Of files
-- that were moved before this was kept, or by a server of the version before, only moved_at tells that the name is not the one by which they came.
alter table artifact add column arrived_path varchar(1000);
