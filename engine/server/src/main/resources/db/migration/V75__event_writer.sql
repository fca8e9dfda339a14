-- Which server wrote it, as long as that lives: a server tells its own pages of its own changes at once, and needs the events of the others only.
alter table event add writer uuid;
