-- Whether the sweep of an attempt has come to its end. It is noted when it begins, so that whoever takes a name away
-- meanwhile can have the attempt swept again by deleting the note.
alter table swept_attempt add column done boolean default true not null;
