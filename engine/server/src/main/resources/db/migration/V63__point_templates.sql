-- Reference points of a place, kept for other films of it.
create table point_template (
    name     varchar(200) primary key,
    content  text                     not null,
    saved_at timestamp with time zone not null,
    saved_by varchar(200)             not null
);
