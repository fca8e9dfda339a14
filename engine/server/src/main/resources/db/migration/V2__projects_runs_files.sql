create table project (
    id           uuid primary key,
    name         varchar(200) not null,
    pipeline_key varchar(255) not null,
    bucket       varchar(63) not null unique,
    created_at   timestamp with time zone not null,
    deleted_at   timestamp with time zone
);

create table project_tag (
    project_id uuid not null references project (id) on delete cascade,
    tag        varchar(100) not null,
    primary key (project_id, tag)
);

create table run (
    id               uuid primary key,
    project_id       uuid not null references project (id) on delete cascade,
    pipeline_key     varchar(255) not null,
    pipeline_version integer not null,
    definition_id    varchar(255) not null,
    started_at       timestamp with time zone not null,
    ended_at         timestamp with time zone,
    end_state        varchar(20),
    paused           boolean default false not null
);
create index run_of_project on run (project_id, started_at);

-- Bytes that lie in the store, named by a path. Rows never change.
create table artifact (
    id         uuid primary key,
    project_id uuid references project (id) on delete cascade,
    run_id     uuid references run (id) on delete cascade,
    attempt_id uuid,
    step_id    varchar(255),
    area       varchar(20) not null,
    path       varchar(1000) not null,
    size       bigint not null,
    sha256     char(64) not null,
    bucket     varchar(63) not null,
    object_key varchar(1500) not null,
    created_at timestamp with time zone not null
);
create index artifact_of_project on artifact (project_id, area);
create index artifact_of_run on artifact (run_id);
create index artifact_of_attempt on artifact (attempt_id);

-- The files as a completed step left them. The newest of a step is the one that counts.
create table snapshot (
    id         uuid primary key,
    sequence   bigint generated always as identity,
    run_id     uuid not null references run (id) on delete cascade,
    step_id    varchar(255) not null,
    created_at timestamp with time zone not null
);
create index snapshot_of_run on snapshot (run_id, step_id, sequence);

create table snapshot_entry (
    snapshot_id uuid not null references snapshot (id) on delete cascade,
    artifact_id uuid not null references artifact (id) on delete cascade,
    primary key (snapshot_id, artifact_id)
);
create index snapshot_entry_of_artifact on snapshot_entry (artifact_id);

-- Files on their way into a project (or the pool, without a project), so that a client can go on where it stopped.
create table upload (
    object_key varchar(1500) primary key,
    project_id uuid references project (id) on delete cascade,
    bucket     varchar(63) not null,
    path       varchar(1000) not null,
    size       bigint not null,
    sha256     char(64) not null,
    upload_id  varchar(1000) not null,
    begun_at   timestamp with time zone not null
);
