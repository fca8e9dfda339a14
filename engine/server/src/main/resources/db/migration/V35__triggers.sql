-- What starts runs without a person. A folder's trigger has no project of its own: it makes them.
create table run_trigger (
    id         uuid primary key,
    name       varchar(200)             not null,
    kind       varchar(20)              not null,
    project_id uuid references project (id) on delete cascade,
    source     text                     not null,
    variables  text                     not null,
    enabled    boolean                  not null,
    enabled_at timestamp with time zone not null,
    next_at    timestamp with time zone,
    created_by varchar(200)             not null,
    created_at timestamp with time zone not null
);
create index run_trigger_next on run_trigger (next_at);
create index run_trigger_of_project on run_trigger (project_id);

-- What came of each time that a trigger fired. A file of the pool fires a trigger once: its row here is the proof.
create table trigger_firing (
    id         uuid primary key,
    trigger_id uuid                     not null references run_trigger (id) on delete cascade,
    due_at     timestamp with time zone not null,
    fired_at   timestamp with time zone not null,
    outcome    varchar(20)              not null,
    file_id    uuid,
    project_id uuid,
    run_id     uuid,
    sentence   varchar(2000)            not null,
    unique (trigger_id, file_id)
);
create index trigger_firing_of on trigger_firing (trigger_id, fired_at);
