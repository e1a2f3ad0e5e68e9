create table note (
    id uuid not null,
    version bigint not null,
    edition text not null,
    title jsonb not null,
    place int not null,
    constraint note_pkey primary key (id),
    constraint note_place_is_free unique (edition, place)
);
