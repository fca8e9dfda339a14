-- What people say about a step that waits: who does it and by when. A row without an assignee is a task that somebody gave back.
create table task_care (
    task_id  uuid primary key,
    run_id   uuid not null references run (id) on delete cascade,
    assignee varchar(200),
    due_at   timestamp with time zone
);
create index task_care_of_run on task_care (run_id);

-- Comments belong to the step of a run, so that whoever has to do it again reads what was said the first time.
create table task_comment (
    id         uuid primary key,
    run_id     uuid                     not null references run (id) on delete cascade,
    step_id    varchar(255)             not null,
    content    varchar(4000)            not null,
    written_at timestamp with time zone not null,
    written_by varchar(200)             not null
);
create index task_comment_of_step on task_comment (run_id, step_id);

-- What somebody has begun to answer.
create table task_draft (
    task_id  uuid primary key,
    run_id   uuid                     not null references run (id) on delete cascade,
    content  text                     not null,
    saved_at timestamp with time zone not null,
    saved_by varchar(200)             not null
);
create index task_draft_of_run on task_draft (run_id);
