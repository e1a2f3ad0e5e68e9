-- What the Expert Group has nominated in a category, with the scores of that moment. Written once.
create table nomination (
    edition text not null,
    category int not null,
    quota int,
    waiting_list int not null,
    incomplete boolean not null,
    method jsonb not null,
    nominated_at timestamptz not null,
    constraint nomination_pkey primary key (edition, category),
    constraint nomination_is_of_a_category foreign key (edition, category) references category (edition, number)
);

create table nominee (
    edition text not null,
    category int not null,
    position int not null,
    project uuid not null,
    line jsonb not null,
    constraint nominee_pkey primary key (edition, category, position),
    constraint nominee_is_of_a_nomination foreign key (edition, category) references nomination (edition, category),
    constraint nominee_is_a_project foreign key (project) references project (id),
    constraint nominee_stands_once unique (project)
);
create index nominee_in_order on nominee (edition, category, project);

-- A nominee that was taken out: the next of the waiting list stands in its place.
create table taken_out (
    project uuid not null,
    edition text not null,
    category int not null,
    reason text not null,
    taken_out_at timestamptz not null,
    constraint taken_out_pkey primary key (project),
    constraint taken_out_was_listed foreign key (project) references nominee (project)
);

create function stays_as_written() returns trigger language plpgsql as $$
begin
    raise exception '% stays as it was written', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger nomination_stays before update or delete on nomination
    for each row execute function stays_as_written();
create trigger nominee_stays before update or delete on nominee
    for each row execute function stays_as_written();
create trigger taken_out_stays before update or delete on taken_out
    for each row execute function stays_as_written();
