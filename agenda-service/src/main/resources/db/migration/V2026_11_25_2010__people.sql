-- Who stands in the programme, or may.
create table person (
    id uuid not null,
    version bigint not null,
    edition text not null,
    honorific text,
    name text not null,
    position text,
    entity text,
    country text,
    biography jsonb,
    account text,
    listed boolean not null,
    constraint person_pkey primary key (id),
    constraint person_is_of_an_edition foreign key (edition) references edition (code)
);
create index person_by_name on person (edition, name, id);
