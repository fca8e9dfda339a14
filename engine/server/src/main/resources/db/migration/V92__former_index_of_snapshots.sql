-- By itself: in one transaction with the new index it would wait, holding the table, for a server that waits for the table.
drop index snapshot_of_run;
