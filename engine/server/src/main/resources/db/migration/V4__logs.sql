create table log_head (
    attempt_id  uuid primary key references attempt (id) on delete cascade,
    next_number bigint default 0 not null,
    worker_next bigint default 0 not null,
    ended       boolean default false not null
);

create table log_chunk (
    attempt_id   uuid not null references attempt (id) on delete cascade,
    first_number bigint not null,
    line_count   integer not null,
    bytes        bytea not null,
    primary key (attempt_id, first_number)
);
