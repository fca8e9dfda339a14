-- What concerns all projects, such as a variable that they all see.
alter table event alter column project_id drop not null;
