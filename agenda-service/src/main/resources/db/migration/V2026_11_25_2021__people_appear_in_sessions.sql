-- Who takes part in which session and as what.
create table appearance (
    session_id uuid not null,
    place int not null,
    person uuid not null,
    role text not null,
    remote boolean not null,
    constraint appearance_pkey primary key (session_id, place),
    constraint appearance_is_in_a_session foreign key (session_id) references session (id) on delete cascade,
    constraint appearance_is_of_a_person foreign key (person) references person (id)
);
create index appearance_by_person on appearance (person);
