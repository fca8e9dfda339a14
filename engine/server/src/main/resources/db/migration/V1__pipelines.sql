-- Every version of every pipeline, with the XML as its author wrote it.
create table pipeline (
    pipeline_key  varchar(200)             not null,
    version       integer                  not null,
    definition_id varchar(200)             not null unique,
    name          varchar(400)             not null,
    description   text                     not null,
    xml           text                     not null,
    deployed_at   timestamp with time zone not null,
    retired       boolean                  not null,
    primary key (pipeline_key, version)
);
