-- A room is given to one scheduled session at a time, unless a programme manager wants it otherwise. GiST has no operator for
-- the equality of UUIDs without an extension, which the service's role may not create; it has one for ranges of any type, and
-- the range of one room to itself overlaps with that of the same room only.
create type room_range as range (subtype = uuid);
alter table session
    add column shares_room boolean not null default false,
    add constraint session_has_its_room_alone exclude using gist (
        room_range(room, room, '[]') with &&,
        tstzrange(starts_at, ends_at) with &&
    ) where (room is not null and state = 'SCHEDULED' and not shares_room);
