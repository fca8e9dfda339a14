-- Runs of one project over all combinations of some variables' values.
create table study (
    id         uuid primary key,
    project_id uuid                     not null references project (id) on delete cascade,
    name       varchar(200)             not null,
    parameters text                     not null,
    fixed      text                     not null,
    created_at timestamp with time zone not null,
    created_by varchar(200)             not null
);
create index study_of_project on study (project_id, created_at);

-- A run of a study stands beside the project's own runs, of which there is one at a time.
alter table run add column study_id uuid;

create table study_run (
    study_id   uuid    not null references study (id) on delete cascade,
    number     integer not null,
    run_id     uuid    not null unique references run (id) on delete cascade,
    parameters text    not null,
    primary key (study_id, number)
);
