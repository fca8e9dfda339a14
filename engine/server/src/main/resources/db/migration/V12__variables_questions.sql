-- Variables that hold for all projects (scope 'global') or for one (its id as the scope).
create table variable (
    scope      varchar(40)              not null,
    name       varchar(200)             not null,
    content    text                     not null,
    secret     boolean                  not null,
    changed_at timestamp with time zone not null,
    primary key (scope, name)
);

-- blocks: the stage is given to no node before the answer.
-- What a stage waits for that a person has to say: variables that nobody has set, or what it asked for while it ran.
create table question (
    id          uuid primary key,
    run_id      uuid                     not null references run (id) on delete cascade,
    step_id     varchar(255)             not null,
    job_id      varchar(64)              not null,
    asked_as    varchar(200)             not null,
    attempt_id  uuid references attempt (id) on delete cascade,
    name        varchar(400)             not null,
    fields      text                     not null,
    blocks      boolean                  not null,
    asked_at    timestamp with time zone not null,
    closed_at   timestamp with time zone,
    closed_by   varchar(200),
    answer      text
);
create index question_of_run on question (run_id);
create index question_of_attempt on question (attempt_id);

-- Attempts keep from now on where each variable came from, and the names of those that are never shown.
update attempt set effective = '{"origins":{},"secrets":[],' || substring(effective from 2);
