-- Who did what when. An event outlives what it tells of, so that nothing refers to other tables.
create table event (
    id         bigint generated always as identity primary key,
    -- Its place among the events that readers have seen, given after the commit: ids are given before it, and may become visible out of order.
    sequence   bigint unique,
    project_id uuid                     not null,
    run_id     uuid,
    attempt_id uuid,
    at         timestamp with time zone not null,
    who        varchar(200)             not null,
    kind       varchar(40)              not null,
    details    text                     not null
);
create index event_of_project on event (project_id, id);

insert into server_lock (name) values ('events');
