-- A seat of a function is held from the day of the appointment until the day on which it ends, and by nobody else in that time:
-- an end that lies ahead does not free it today. GiST has no operator for the equality of texts without an extension, which the
-- service's role may not create; it has one for ranges of any type, and the range of one seat to itself overlaps with that of the
-- same seat only. Appointments that had ended when this was added have no seat and stay without one.
create type seat_range as range (subtype = text, collation = "C");
alter table appointment
    drop constraint appointment_seat_is_free,
    drop constraint appointment_is_held_until_it_ends,
    add constraint appointment_is_held_until_it_ends check (ended_on is not null or seat is not null),
    add constraint appointment_seat_is_free exclude using gist (
        seat_range(
            edition || '/' || function || '/' || seat::text, edition || '/' || function || '/' || seat::text, '[]')
            with &&,
        daterange(appointed_on, ended_on) with &&
    ) where (seat is not null);
