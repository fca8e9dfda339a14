-- What each success of a stage was made from, what it set and how long it took: so that another can take it over where nothing has changed, and so
-- that the time of others can be told before.
create table stage_result (
    attempt_id   uuid primary key references attempt (id) on delete cascade,
    project_id   uuid                     not null,
    pipeline_key varchar(255)             not null,
    stage_id     varchar(255)             not null,
    fingerprint  varchar(64)              not null,
    image        varchar(500)             not null,
    -- Which bytes the image's name stood for, where the worker could tell.
    digest       varchar(200),
    -- Keyed hashes of the values of secrets, by name.
    secrets      text                     not null,
    variables    text                     not null,
    -- Whether the stage asked a person while it ran.
    asked        boolean                  not null,
    millis       bigint                   not null,
    ended_at     timestamp with time zone not null
);
create index stage_result_alike on stage_result (project_id, stage_id, fingerprint);
create index stage_result_latest on stage_result (project_id, stage_id, ended_at);
create index stage_result_times on stage_result (pipeline_key, stage_id, ended_at);
create index stage_result_image on stage_result (image, ended_at);

-- Steps to which a person has sent a run: there it takes no earlier results over.
create table fresh_step (
    run_id  uuid         not null references run (id) on delete cascade,
    step_id varchar(255) not null,
    primary key (run_id, step_id)
);

alter table run add column reuse boolean default true not null;

-- With what the attempt is compared, and why it ran or whose result it took over.
alter table attempt add column sameness text default '' not null;
