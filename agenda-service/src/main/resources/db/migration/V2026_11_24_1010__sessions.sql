-- The programme.
create table session (
    id uuid not null,
    version bigint not null,
    edition text not null,
    code text not null,
    type text not null,
    track text not null,
    title jsonb not null,
    description jsonb,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    attendance text not null,
    action_lines varchar[] not null,
    goals int[] not null,
    organizers varchar[] not null,
    statements boolean not null,
    confirmed boolean not null,
    source text,
    constraint session_pkey primary key (id),
    constraint session_is_of_an_edition foreign key (edition) references edition (code),
    constraint session_code_is_free unique (edition, code),
    constraint session_ends_after_it_starts check (ends_at > starts_at),
    constraint session_attendance_is_known check (attendance in ('VIRTUAL', 'PHYSICAL', 'HYBRID'))
);
create index session_by_time on session (edition, starts_at, id);
