-- What was tried before a person put the stage back into the queue does not count against its retries.
alter table attempt add column forgiven boolean default false not null;

-- The GPUs of its node that an attempt was given, by their index there, separated by commas.
alter table attempt add column gpus varchar(400) default '' not null;

-- What one of several servers does for all, until it is not heard of any more.
create table leadership (
    name       varchar(50) primary key,
    holder     uuid                     not null,
    expires_at timestamp with time zone not null
);
