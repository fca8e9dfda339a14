create table pipeline (
    definition_id varchar(255) primary key,
    pipeline_key  varchar(255) not null,
    version       integer not null,
    name          varchar(255) not null,
    description   varchar(4000) not null,
    xml           text not null,
    deployed_at   timestamp with time zone not null,
    retired       boolean default false not null,
    unique (pipeline_key, version)
);
