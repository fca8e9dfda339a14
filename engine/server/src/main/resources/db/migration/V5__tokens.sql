create table api_token (
    hash       char(64) primary key,
    kind       varchar(20) not null,
    subject    varchar(200) not null,
    created_at timestamp with time zone not null
);
create index api_token_of on api_token (kind, subject);
