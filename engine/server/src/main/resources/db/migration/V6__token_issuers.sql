-- Whose file a token lies in, so that a file that is written anew takes the place of its old token only.
alter table api_token add column issuer varchar(1000) default '' not null;
