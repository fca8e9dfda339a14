-- For what is asked every second or at every step, so that it does not cost more with every run that ever was.
create index run_open on run (ended_at);
create index attempt_of_job on attempt (job_id);
create index question_open on question (closed_at);
create index question_of_job on question (job_id);
