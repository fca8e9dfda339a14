create table node (
    id            uuid primary key,
    name          varchar(200) not null unique,
    agent_version varchar(50) not null,
    capabilities  text not null,
    draining      boolean default false not null,
    joined_at     timestamp with time zone not null,
    last_seen     timestamp with time zone not null
);

create table attempt (
    id               uuid primary key,
    run_id           uuid not null references run (id) on delete cascade,
    job_id           varchar(64) not null,
    stage_id         varchar(255) not null,
    stage_name       varchar(255) not null,
    number           integer not null,
    state            varchar(20) not null,
    node_id          uuid references node (id) on delete set null,
    node_name        varchar(200) not null,
    lease_token      varchar(64) not null unique,
    lease_expires_at timestamp with time zone not null,
    abort_requested  boolean default false not null,
    effective        text not null,
    progress         text not null,
    warnings         integer default 0 not null,
    assigned_at      timestamp with time zone not null,
    ended_at         timestamp with time zone,
    exit_code        integer,
    reason           varchar(2000)
);
create index attempt_of_run on attempt (run_id, stage_id, number);
create index attempt_of_node on attempt (node_id, state);
create index attempt_open on attempt (state, lease_expires_at);

-- What an attempt started from: together with what it left, the lineage of every file.
create table attempt_input (
    attempt_id  uuid not null references attempt (id) on delete cascade,
    artifact_id uuid not null references artifact (id) on delete cascade,
    primary key (attempt_id, artifact_id)
);
create index attempt_input_of_artifact on attempt_input (artifact_id);
