-- Who is told what. Each rule remembers how far it has come in the sequence of events, so that nothing is lost while its receiver is away.
create table notification_rule (
    id           uuid primary key,
    project_id   uuid references project (id) on delete cascade,
    person       varchar(200),
    kinds        text                     not null,
    receiver     text                     not null,
    secret       varchar(100),
    enabled      boolean                  not null,
    created_by   varchar(200)             not null,
    created_at   timestamp with time zone not null,
    reached      bigint                   not null,
    delivered_at timestamp with time zone,
    failures     integer default 0        not null,
    next_try_at  timestamp with time zone,
    fault        varchar(2000),
    given_up     varchar(2000)
);
create index notification_rule_of_project on notification_rule (project_id);
create index notification_rule_of_person on notification_rule (person);
