-- The champions of an edition: written when a tally is published, and replaced by those of another one until they are public.
create table champion (
    edition text not null,
    category int not null,
    project uuid not null,
    votes bigint not null,
    constraint champion_pkey primary key (edition, category, project),
    constraint champion_is_of_a_category foreign key (edition, category) references category (edition, number),
    constraint champion_is_a_project foreign key (project) references project (id),
    constraint champion_has_votes check (votes > 0)
);
