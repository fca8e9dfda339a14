-- All files that an attempt left, changed or not, also where it failed. What a step left is a snapshot; this is what a try at it left.
create table attempt_output (
    attempt_id  uuid not null references attempt (id) on delete cascade,
    artifact_id uuid not null references artifact (id) on delete cascade,
    primary key (attempt_id, artifact_id)
);
create index attempt_output_of_artifact on attempt_output (artifact_id);
insert into attempt_output (attempt_id, artifact_id)
select a.attempt_id, a.id from artifact a join attempt t on t.id = a.attempt_id;

-- The step after which the run shall pause; once.
alter table run add column pause_after varchar(255) default '' not null;
