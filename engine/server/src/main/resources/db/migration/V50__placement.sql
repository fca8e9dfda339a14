-- What an operator lets stages use of a node.
alter table node add column limits varchar(1000) default '{}' not null;

-- The files in the caches of nodes, as they told last.
create table node_file (
    node_id uuid not null references node (id) on delete cascade,
    sha256  varchar(64) not null,
    primary key (node_id, sha256)
);
create index node_file_of_content on node_file (sha256);

-- Stages of a higher priority go to nodes before those of a lower one. A run without one has its project's.
alter table project add column priority integer default 0 not null;
alter table run add column priority integer;
