-- Who answers for the project: at first whoever created it. Empty where that was not written down.
alter table project add column owner varchar(200) default '' not null;

create table project_notes (
    project_id uuid primary key references project (id) on delete cascade,
    content    text                     not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(200)             not null
);

create table project_todo (
    id         uuid primary key,
    project_id uuid                     not null references project (id) on delete cascade,
    content    varchar(1000)            not null,
    done       boolean                  not null,
    place      integer                  not null,
    created_at timestamp with time zone not null,
    created_by varchar(200)             not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(200)             not null
);
create index project_todo_of_project on project_todo (project_id, place);
