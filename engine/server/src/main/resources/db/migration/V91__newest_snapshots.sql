-- With the id in it, it answers alone which snapshots of a step are the newest. H2, which settles how it reads while the table is empty, took the index
-- of the foreign key instead of the former one and read all snapshots of the run.
create index snapshot_of_step on snapshot (run_id, step_id, sequence, id);
