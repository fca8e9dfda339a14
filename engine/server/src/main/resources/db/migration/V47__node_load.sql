-- How busy nodes were: each second for an hour, in blocks of some seconds, and each minute for a month.
create table node_seconds (
    node_id uuid                     not null references node (id) on delete cascade,
    from_at timestamp with time zone not null,
    to_at   timestamp with time zone not null,
    content bytea                    not null,
    primary key (node_id, from_at)
);
create index node_seconds_age on node_seconds (to_at);

create table node_minute (
    node_id uuid                     not null references node (id) on delete cascade,
    at      timestamp with time zone not null,
    content text                     not null,
    primary key (node_id, at)
);
create index node_minute_age on node_minute (at);
