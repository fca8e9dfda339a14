-- Versions that came with Winslow: a later release replaces these, and never what a person has deployed.
alter table pipeline add bundled boolean default false not null;
-- Until now each start deployed them anew, so that the newest version of each was Winslow's.
update pipeline set bundled = true
where pipeline_key in ('vehicle-tracking', 'hello-video')
  and version = (select max(newest.version) from pipeline newest where newest.pipeline_key = pipeline.pipeline_key);
