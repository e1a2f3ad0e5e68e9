-- Why a speakers' list is as it is: each line says why a statement came to its slot, or left it.
create table placement (
    id uuid not null,
    edition text not null,
    session_id uuid not null,
    statement uuid not null,
    starts_at timestamptz,
    rule text not null,
    grounds jsonb not null,
    remark text,
    placed_by text,
    placed_at timestamptz not null,
    constraint placement_pkey primary key (id),
    constraint placement_is_of_an_edition foreign key (edition) references edition (code),
    constraint placement_is_of_a_statement foreign key (statement) references statement (id),
    constraint placement_remark_is_bounded check (char_length(remark) <= 1000)
);
create index placement_by_session on placement (session_id, id);
-- Slots that were booked before reasons were kept.
insert into placement (id, edition, session_id, statement, starts_at, rule, grounds, placed_at)
    select uuidv7(), edition, session_id, id, starts_at, 'BOOKED', jsonb_build_object('rank', rank), changed_at
    from statement where session_id is not null;
