-- What a trace tells of an attempt: since when its stage was in the queue, and what it did for how long.
alter table attempt add column queued_at timestamp with time zone;
alter table attempt add column phases varchar(200);

-- How far the sequence of events has been sent as spans. The row is locked while one server sends, so that no other sends the same.
create table trace_place (
    id      integer primary key,
    reached bigint not null
);
