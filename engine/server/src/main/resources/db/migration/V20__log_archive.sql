alter table log_head add column archived boolean default false not null;
-- Until when a server has the archiving of this log for itself.
alter table log_head add column archiving_until timestamp with time zone;
create index log_head_to_archive on log_head (archived, ended);

-- Where the lines of an ended log lie: pieces of compressed objects, each readable by itself.
create table log_block (
    attempt_id   uuid not null references attempt (id) on delete cascade,
    first_number bigint not null,
    line_count   integer not null,
    bucket       varchar(63) not null,
    object_key   varchar(1500) not null,
    byte_offset  bigint not null,
    byte_length  integer not null,
    primary key (attempt_id, first_number)
);
create index log_block_of_object on log_block (bucket, object_key);
