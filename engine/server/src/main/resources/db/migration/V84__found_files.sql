-- What somebody put into a bucket by an S3 client of their own: the object as it was seen last, and where Winslow copies it to.
create table found_file (
    bucket      varchar(63) not null,
    object_key  varchar(1100) not null,
    project_id  uuid references project (id) on delete cascade,
    size        bigint not null,
    etag        varchar(200) not null,
    modified_at timestamp with time zone not null,
    own_key     varchar(1500),
    taken       boolean not null,
    problem     varchar(1000),
    primary key (bucket, object_key)
);
create index found_file_of_project on found_file (project_id);
-- No look through the buckets is due before the time that it has.
insert into server_lock (name) values ('found-files');
