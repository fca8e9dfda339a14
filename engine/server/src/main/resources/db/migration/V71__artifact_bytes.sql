-- Which files share the same bytes is asked of the pool, of lineage and of what is stored.
create index artifact_of_object on artifact (bucket, object_key);
drop index artifact_of_bucket;
