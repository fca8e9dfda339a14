-- Up to which event a person has seen what happened in a project.
create table read_mark (
    person     varchar(200) not null,
    project_id uuid         not null references project (id) on delete cascade,
    reached    bigint       not null,
    primary key (person, project_id)
);

-- For what is asked by kind over all projects.
create index event_of_kind on event (kind, at);
