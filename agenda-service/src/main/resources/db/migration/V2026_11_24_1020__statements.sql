-- Policy statements: what an accepted invitation opens.
create table statement (
    id uuid not null,
    version bigint not null,
    edition text not null,
    invitation uuid not null,
    country text not null,
    honorific text,
    name text not null,
    title text,
    link_hash text,
    state text not null,
    session_id uuid,
    starts_at timestamptz,
    seat int,
    text jsonb,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    constraint statement_pkey primary key (id),
    constraint statement_is_of_an_edition foreign key (edition) references edition (code),
    constraint statement_is_given_in_a_session foreign key (session_id) references session (id),
    constraint statement_invitation_opens_one unique (edition, invitation),
    -- Checked at the end of each command and not row by row: a session that moves takes all its slots along.
    constraint statement_slot_is_free unique (session_id, starts_at) deferrable initially immediate,
    -- Seats are numbered up to what the edition gives a delegation, so that the constraint knows the rule of each year.
    constraint statement_seat_is_free unique (edition, country, seat),
    constraint statement_state_is_known check (state in ('OPEN', 'BOOKED', 'WITHDRAWN')),
    constraint statement_is_booked_or_has_no_slot check (
        (state = 'BOOKED') = (session_id is not null)
        and (state = 'BOOKED') = (starts_at is not null)
        and (state = 'BOOKED') = (seat is not null))
);
create index statement_by_link on statement (link_hash);
