-- What came of sessions and of statements given in them.
create table outcome (
    id uuid not null,
    version bigint not null,
    edition text not null,
    session uuid not null,
    statement uuid,
    text jsonb not null,
    action_lines varchar[] not null,
    goals integer[] not null,
    links text[] not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint outcome_pkey primary key (id),
    constraint outcome_is_of_an_edition foreign key (edition) references edition (code),
    constraint outcome_is_of_a_session foreign key (session) references session on delete cascade
);
create index outcome_in_order on outcome (edition, recorded_at, id);
create index outcome_by_session on outcome (session);
