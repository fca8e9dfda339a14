-- Rows to hold for what one server at a time may do.
create table server_lock (
    name varchar(50) primary key
);
insert into server_lock (name) values ('process-engine'), ('pipelines');
