-- What those may do with a project who are not in its list. Projects that were made before stay open to all.
alter table project add column everyone varchar(20) default 'CHANGE' not null;

create table people_group (
    id   uuid primary key,
    name varchar(100) not null unique
);

-- People and programs by their names, which stay.
create table group_member (
    group_id uuid         not null references people_group (id) on delete cascade,
    person   varchar(200) not null,
    primary key (group_id, person)
);
create index group_member_person on group_member (person);

-- Either a person or program, by the name, or a group.
create table project_access (
    id         uuid primary key,
    project_id uuid        not null references project (id) on delete cascade,
    person     varchar(200),
    group_id   uuid references people_group (id) on delete cascade,
    level      varchar(20) not null,
    unique (project_id, person),
    unique (project_id, group_id)
);
create index project_access_person on project_access (person);
create index project_access_group on project_access (group_id);
