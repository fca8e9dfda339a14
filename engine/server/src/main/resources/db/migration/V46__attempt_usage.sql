-- What an attempt used of its node: peak, mean and a curve of bounded length.
create table attempt_usage (
    attempt_id uuid primary key references attempt (id) on delete cascade,
    content    text not null
);
