-- What stages have saved for their next attempt. A job is one visit of a run to a stage, with all its attempts; it has one checkpoint, the newest.
create table checkpoint (
    job_id     varchar(64) primary key,
    run_id     uuid not null references run (id) on delete cascade,
    attempt_id uuid not null references attempt (id) on delete cascade,
    number     integer not null,
    saved_at   timestamp with time zone not null
);
create index checkpoint_of_run on checkpoint (run_id);

-- Its files; the bytes of some may have come with an earlier one.
create table checkpoint_file (
    job_id     varchar(64) not null references checkpoint (job_id) on delete cascade,
    path       varchar(1000) not null,
    size       bigint not null,
    sha256     varchar(64) not null,
    bucket     varchar(63) not null,
    object_key varchar(1500) not null,
    primary key (job_id, path)
);
create index checkpoint_file_of_bucket on checkpoint_file (bucket);
