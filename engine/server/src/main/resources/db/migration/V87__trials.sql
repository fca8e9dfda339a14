-- The key that the author's draft has, where the version was deployed for their trial of it alone.
alter table pipeline add trial_of varchar(200) default '' not null;
create index pipeline_trial on pipeline (trial_of);
