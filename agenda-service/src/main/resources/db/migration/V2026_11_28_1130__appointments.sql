-- Who was appointed to what, by which instrument, and until when.
create table appointment (
    id uuid not null,
    version bigint not null,
    edition text not null,
    function text not null,
    seat int,
    honorific text,
    name text not null,
    title text,
    country text,
    appointed_on date not null,
    instrument text not null,
    ended_on date,
    ending_instrument text,
    replaced_by uuid,
    constraint appointment_pkey primary key (id),
    constraint appointment_is_of_an_edition foreign key (edition) references edition (code),
    constraint appointment_is_replaced_by_one foreign key (replaced_by) references appointment (id),
    -- Seats are numbered up to what the edition gives a function; whose appointment ended has none.
    constraint appointment_seat_is_free unique (edition, function, seat),
    constraint appointment_is_held_until_it_ends check ((ended_on is null) = (seat is not null)),
    constraint appointment_ends_by_an_instrument check ((ended_on is null) = (ending_instrument is null)),
    constraint appointment_ends_after_it_began check (ended_on >= appointed_on)
);
create index appointment_in_order on appointment (edition, appointed_on, id);
