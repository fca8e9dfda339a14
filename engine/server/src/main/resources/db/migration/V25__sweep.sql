-- Until when one server has a duty for itself.
alter table server_lock add column held_until timestamp with time zone;
insert into server_lock (name) values ('sweep');

-- Attempts and runs below whose prefixes nothing is left that no row names, and nothing can come any more.
create table swept_attempt (
    attempt_id uuid primary key references attempt (id) on delete cascade
);
create table swept_run (
    run_id uuid primary key references run (id) on delete cascade
);

create index artifact_of_bucket on artifact (bucket);
create index upload_of_age on upload (bucket, begun_at);
