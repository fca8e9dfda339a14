-- Ways of looking at the list of projects that somebody keeps under a name. A person is named as they sign in.
create table saved_view (
    person varchar(100)  not null,
    name   varchar(100)  not null,
    query  varchar(2000) not null,
    primary key (person, name)
);
