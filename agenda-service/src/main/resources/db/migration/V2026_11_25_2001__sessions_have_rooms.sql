-- A session may be in a room. The room cannot go while it is.
alter table session add column room uuid;
alter table session add constraint session_is_in_a_room foreign key (room) references room (id);
create index session_by_room on session (room, starts_at) where room is not null;
