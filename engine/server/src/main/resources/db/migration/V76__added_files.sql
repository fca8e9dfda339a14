-- Files that people have added to the workspace of a step. One is laid over what the flow brings to the step until the flow comes there anew: until
-- something before it has left more than after_sequence.
create table added_file (
    artifact_id    uuid primary key references artifact (id) on delete cascade,
    run_id         uuid not null references run (id) on delete cascade,
    step_id        varchar(255) not null,
    added_by       varchar(255) not null,
    after_sequence bigint not null,
    taken_out      boolean default false not null
);
create index added_file_of_step on added_file (run_id, step_id);
