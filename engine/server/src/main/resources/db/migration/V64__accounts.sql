-- People. Names are in lower case.
create table account (
    id              uuid primary key,
    name            varchar(100)             not null unique,
    full_name       varchar(200)             not null,
    role            varchar(20)              not null,
    password        varchar(500)             not null,
    -- The password was made by somebody else.
    must_change     boolean                  not null,
    disabled        boolean                  not null,
    -- Counts what ends sessions: those that began under an earlier number have ended.
    version         integer                  not null,
    created_at      timestamp with time zone not null,
    last_sign_in_at timestamp with time zone
);

-- Browsers that sign a person in again without asking.
create table remembered_sign_in (
    hash       char(64) primary key,
    account_id uuid                     not null references account (id) on delete cascade,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index remembered_sign_in_of on remembered_sign_in (account_id);

-- Wrong passwords in a row, by whom and from where. Only hashes, since people also type passwords where their name belongs.
create table sign_in_failure (
    subject  char(64) primary key,
    failures integer                  not null,
    last_at  timestamp with time zone not null
);

-- Tokens that were made before may do what they could: all.
alter table api_token add column role varchar(20);
update api_token set role = 'ADMINISTRATOR' where kind = 'USER';
-- Whose it is; a program of its own where empty.
alter table api_token add column account_id uuid references account (id) on delete cascade;
alter table api_token add column name varchar(200) default '' not null;
alter table api_token add column created_by varchar(200) default '' not null;
alter table api_token add column last_used_at timestamp with time zone;
alter table api_token add column expires_at timestamp with time zone;

insert into server_lock (name) values ('accounts');
